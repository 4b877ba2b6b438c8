import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { resolve } from "../src/index.ts";
import { languages } from "../src/languages/languages.ts";
import { createParser } from "../src/parser.ts";
import { english } from "./corpus/corpus.ts";
import { german } from "./corpus/de.ts";

const LONGEST = 10_000;
// A few hundred rules stand against each word; memory and a look ahead leave this many of them.
const MOST_RULES_A_CHARACTER = 20;

const SOME_RULES = 500;
// Of rules that begin with a number few go on with another.
const MOST_RULES_A_NUMBER = 6;

const context = { now: new Date("2026-11-24T09:00:00Z"), timezone: "Europe/Rome" };

// One of every class of characters and of words that is told apart; a class behind itself as well.
const CLASSES = [
  ...Array.from("a1 ,;:.!?()[]\"'“”«/+-–&%$#@*=_|~^éжな🎉\ud800\u0301\u200d"),
  ..."monday every first twenty at in the until 12 1st jeden zwanzig um am bis der"
    .split(" ")
    .map((word) => `${word} `),
];
const SHORT = 200;
const MOST_RULES_A_PAIR = 30;
// However many of them there are in a text; the last word may take some more.
const MOST_RULES = 25_000;

const repeated = (text: string, length = LONGEST): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

describe.each([
  ["English", languages.en, english],
  ["German", languages.de, german],
])("however long a text in %s is", (_, language, themes) => {
  const { parse } = createParser(language);

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
    "jeden Tag ",
    "montags und ",
    "um 6 ",
    "am 1. ",
    "zwanzig ",
    "bis ",
    "zehn vor ",
    "erinnere mich an ",
    "3 Tage vor ",
    "remind me to ",
    "(",
    " ",
    "🎉",
    "\ud800",
    "\u0301",
    "; next: ",
  ])("%j over and over is read in proportion to its length", (text) => {
    const { effort } = parse(repeated(text));
    expect(effort).toBeLessThanOrEqual(LONGEST * MOST_RULES_A_CHARACTER);
    // Twice as long, at most twice the work, and a little for where it was cut.
    const half = parse(repeated(text, LONGEST / 2)).effort;
    expect(effort).toBeLessThanOrEqual(2 * half + SOME_RULES);
    expect(() => resolve(repeated(text), context)).not.toThrow();
  });

  test("two of any classes of characters and words, over and over, are read in proportion to their length", () => {
    for (const one of CLASSES)
      for (const two of CLASSES) {
        const whole = parse(repeated(one + two, SHORT)).effort;
        const half = parse(repeated(one + two, SHORT / 2)).effort;
        const most = SHORT * MOST_RULES_A_PAIR;
        expect([one + two, whole <= most, whole <= 2 * half + SOME_RULES]).toEqual([
          one + two,
          true,
          true,
        ]);
      }
  });

  test("any word of its tables, over and over, is read in proportion to its length", () => {
    const words = Object.values(language.words).flatMap((table) => Object.keys(table));
    expect(words.length).toBeGreaterThan(500);
    for (const word of words) {
      const { effort } = parse(repeated(`${word} `, SHORT));
      expect([word, effort]).toEqual([word, Math.min(effort, SHORT * MOST_RULES_A_CHARACTER)]);
    }
  });

  test.each(["1,", "1st @", "1st at ", "1,1. "])(
    "%j over and over ends, for it is no sentence",
    (text) => {
      const { effort } = parse(repeated(text));
      expect(effort).toBeLessThanOrEqual(MOST_RULES + SOME_RULES);
      expect(parse(repeated(text, 10 * LONGEST)).effort).toBeLessThanOrEqual(
        MOST_RULES + SOME_RULES,
      );
    },
  );

  test("a row of numbers in words is no more work than its numbers", () => {
    const number = "twenty ";
    const { effort } = parse(repeated(number));
    expect(effort).toBeLessThanOrEqual((LONGEST / number.length) * MOST_RULES_A_NUMBER);
  });

  test("words of many sentences in any order are read in proportion to their number", () => {
    const words = themes.flatMap(({ rows }) => rows.flatMap(([text]) => text.split(" ")));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 1_500, maxLength: 2_500 }),
        fc.constantFrom(" ", "", ", ", "\n", "-"),
        (picked, glue) => {
          const text = picked.join(glue).slice(0, LONGEST);
          expect(parse(text).effort).toBeLessThanOrEqual(text.length * MOST_RULES_A_CHARACTER);
          expect(() => resolve(text, context)).not.toThrow();
        },
      ),
      { numRuns: 60 },
    );
  });

  test("its date is found at its end", () => {
    const title = repeated("lorem ipsum dolor ").trim();
    expect(resolve(`${title} tomorrow`, context)).toMatchObject({ date: "2026-11-25", title });
  });
});
