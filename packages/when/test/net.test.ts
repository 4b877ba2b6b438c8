import { describe, expect, test } from "@jest/globals";
import { resolve } from "../src/index.ts";
import { languages } from "../src/languages/languages.ts";
import { corpus } from "./corpus/corpus.ts";

const context = {
  now: new Date("2026-11-24T09:00:00Z"),
  timezone: "Europe/Rome",
  preferences: { day_first: true },
};

const TIMES = [
  "tomorrow",
  "tomorrow at 9",
  "on Friday",
  "Friday at 15:00",
  "at 6pm",
  "tonight",
  "on 3 December",
  "3 December at 9",
  "every Monday",
  "every day at 8am",
  "every month on the 1st",
  "in 2 weeks",
  "next Monday at noon",
  "on the 15th",
  "this weekend",
  "every 2 weeks",
];

const named = languages.en.words;
const own = [...Object.keys(named.half), ...Object.keys(named.clear_weekday)];
const exceptions = Object.keys(named.month).map((name) => `except in ${name}`);

const YEARS = ["2029", "in 2029", "of 2029", "of the year 2029", "next year"];
const NUMBERS = [
  "30",
  "45",
  "15th",
  "3rd",
  "twenty",
  "14:30",
  "noon",
  "half",
  "quarter",
  "o'clock",
];
const RATES = ["a month", "a week", "once a week"];
const OTHERS = ["ago", "except Sunday", "not Friday", "or Tuesday", "and Tuesday"];
const BEHIND = [...own, ...exceptions, ...YEARS, ...NUMBERS, ...RATES, ...OTHERS];

const EDGES = ["every", "each", "except", "not", "half", "15th", "3rd"];
const BEFORE = [...own, ...EDGES];

/** What is answered for sure leaves nothing but the title. */
function isAccountedFor(text: string): boolean {
  const { kind, title } = resolve(text, context);
  return kind === "none" || kind === "ambiguous" || title === "dentist";
}

test("days of some length, told without a rule, are asked about: each of them, or the first", () => {
  const meaning = resolve("feed the cat for 5 days from Monday", context);
  const asked = meaning.kind === "ambiguous" ? meaning.candidates : [];
  expect(asked.map((each) => each.kind)).toEqual(["recurrence", "date"]);
});

describe("a word beside a time that could belong to it is understood, or asked about, or leaves no date", () => {
  test.each(TIMES)("behind “%s”", (time) => {
    const texts = BEHIND.map((word) => `dentist ${time} ${word}`);
    expect(texts.filter((text) => !isAccountedFor(text))).toEqual([]);
  });

  test.each(TIMES)("before “%s”", (time) => {
    const texts = BEFORE.map((word) => `dentist ${word} ${time}`);
    expect(texts.filter((text) => !isAccountedFor(text))).toEqual([]);
  });

  test.each([
    "meet at 5 or 6 tomorrow",
    "3 or 4 December dentist",
    "every Friday except bank holidays",
    "every Friday except the last of the month",
    "every Monday until the end of summer",
    "call mum 3 Aug twenty twenty-eight",
    "plan it by the end of the second week of March",
    "second week of next year: holiday",
    "pay rent 12 June in the year of 2029",
  ])("“%s” leaves no date", (text) => {
    expect(resolve(text, context)).toEqual({ kind: "none", title: text });
  });

  test.each([
    ["tomorrow 30 push-ups", "2026-11-25", "30 push-ups"],
    ["read chapter 12 tomorrow", "2026-11-25", "read chapter 12"],
    ["table for 4 tomorrow", "2026-11-25", "table for 4"],
    ["run 10 km tomorrow", "2026-11-25", "run 10 km"],
    ["take 1 tablet tomorrow", "2026-11-25", "take 1 tablet"],
  ])("“%s” has a number that is known to be none of its time", (text, date, title) => {
    expect(resolve(text, context)).toMatchObject({ kind: "date", date, title });
  });

  test.each([
    ["call mum 10 tomorrow", ["call mum", "call mum 10"]],
    ["run 6 tomorrow evening", ["run", "run 6"]],
    ["watch Ocean's 11 tonight", ["watch Ocean's", "watch Ocean's 11"]],
    ["dentist 10.30 tomorrow", ["dentist", "dentist 10.30"]],
  ])("“%s” is asked: an hour, or part of the title", (text, titles) => {
    const meaning = resolve(text, context);
    const candidates = meaning.kind === "ambiguous" ? meaning.candidates : [];
    expect(candidates.map(({ title }) => title)).toEqual(titles);
  });
});

const LOOSE = /(?:^|\s)(?:["'“”«»]|[.,;:])(?:\s|$)/u;
const LOOSE_AT_END = new Set([...Object.keys(named.half), "until", "till", "between", "except"]);

test("no title of the corpus has a loose time word at its end, a loose quote or a dot", () => {
  for (const { now, timezone, preferences, rows } of corpus)
    for (const [text] of rows) {
      const { kind, title } = resolve(text, { now: new Date(now), timezone, preferences });
      if (kind === "none") continue;
      expect(title).not.toMatch(LOOSE);
      expect(LOOSE_AT_END.has(title.split(" ").at(-1)?.toLowerCase() ?? "")).toBe(false);
    }
});
