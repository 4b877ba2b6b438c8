import { describe, expect, test } from "@jest/globals";
import { resolve } from "../../src/phrase/index.ts";
import { languages } from "../../src/phrase/languages/languages.ts";
import { listenerOf } from "../../src/phrase/understanding.ts";

const LONGEST = 10_000;
// A few hundred rules stand against each word; memory and a look ahead leave this many of them.
const MOST_RULES_A_CHARACTER = 12;

const context = { now: new Date("2026-11-24T09:00:00Z"), timezone: "Europe/Rome" };

const repeated = (text: string): string =>
  text.repeat(Math.ceil(LONGEST / text.length)).slice(0, LONGEST);

describe("however long a text is", () => {
  const { understand } = listenerOf(languages.en);

  test.each([
    "1 ",
    "1",
    "1:",
    "1/2/",
    "every ",
    "every day ",
    "every other ",
    "monday and ",
    "at 6 ",
    "in 1 hour and ",
    "the 1st and ",
    "first ",
    "twenty ",
    "a ",
    "on the ",
    "until ",
    "3 days after ",
    "the day before ",
    "Europe/",
    "please ",
    "remind me to ",
    "(",
    " ",
    "🎉",
    "\ud800",
    "\u0301",
    "; next: ",
  ])("%j over and over is read in proportion to its length", (text) => {
    const { effort } = understand(repeated(text));
    expect(effort).toBeLessThanOrEqual(LONGEST * MOST_RULES_A_CHARACTER);
    expect(() => resolve(repeated(text), context)).not.toThrow();
  });

  test("its date is found at its end", () => {
    const title = repeated("lorem ipsum dolor ").trim();
    expect(resolve(`${title} tomorrow`, context)).toMatchObject({ date: "2026-11-25", title });
  });
});
