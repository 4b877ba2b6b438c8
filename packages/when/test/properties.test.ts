import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { occurrences, startOfDay } from "@todo-mesh/recurrence";
import { type Candidate, type Meaning, resolve } from "../src/index.ts";
import { corpus } from "./corpus/corpus.ts";
import { tell } from "./tell.ts";

const DAY = 86_400_000;
const WEEK = 7 * DAY;

const context = { now: new Date("2026-11-24T09:00:00Z"), timezone: "Europe/Rome" };
const sentences = corpus.flatMap(({ rows }) => rows.map(([text]) => text));

const RELATIVE = [
  "tomorrow at 9",
  "on Friday",
  "next Wednesday at 18:30",
  "at 6",
  "tonight",
  "in 90 minutes",
  "in 3 days at noon",
  "a week on Tuesday",
  "this weekend",
  "Monday morning",
  "by EOD Thursday",
  "end of next week",
  "the day after tomorrow at 7pm",
  "every Monday at 8",
  "every other Tuesday",
  "every 3 days",
  "every 2 hours",
  "in 3 working days",
  "the week after next",
  "in two weeks on Monday",
  "every day this week",
  "every weekday next week at 7",
  "every other weekend",
];

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** With all its dates so many days later, those of an UNTIL as well. */
const inDays = (text: string, days: number): string =>
  text
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (date) => later(date, days))
    .replaceAll(/(\d{4})(\d{2})(\d{2})(?=T)/g, (_, year, month, day) =>
      later(`${year}-${month}-${day}`, days).replaceAll("-", ""),
    );

// A zone whose clocks are never put forward or back.
const inKolkata = (text: string, now: number): string =>
  tell(resolve(text, { now: new Date(now), timezone: "Asia/Kolkata" }), "Asia/Kolkata");

test("a reference time some weeks later makes relative answers as many weeks later", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RELATIVE),
      fc.integer({ min: 0, max: WEEK / 60_000 }),
      fc.integer({ min: 1, max: 500 }),
      (text, minutes, weeks) => {
        const now = Date.parse("2026-01-05T00:00:00Z") + minutes * 60_000;
        const shifted = inKolkata(text, now + weeks * WEEK);
        expect(shifted).toBe(inDays(inKolkata(text, now), weeks * 7));
      },
    ),
    { numRuns: 300 },
  );
});

const candidatesOf = (meaning: Meaning): readonly Candidate[] => {
  if (meaning.kind === "none") return [];
  return meaning.kind === "ambiguous" ? meaning.candidates : [meaning];
};

test("the next dates of a series are the first of its rule", () => {
  const series = corpus.flatMap(({ now, timezone, preferences, rows }) =>
    rows.flatMap(([text]) => {
      const meaning = resolve(text, { now: new Date(now), timezone, preferences });
      return candidatesOf(meaning).flatMap((each) => (each.kind === "recurrence" ? [each] : []));
    }),
  );
  expect(series.length).toBeGreaterThan(500);
  for (const { recurrence, next } of series) {
    const { start, timezone } = recurrence;
    const after = new Date(startOfDay(start, timezone).getTime() - 1);
    expect({ recurrence, next }).toEqual({
      recurrence,
      next: occurrences(recurrence, { after, count: 5 }),
    });
  }
});

test("the same sentence in the same place means the same", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sentences), (text) => {
      expect(resolve(text, context)).toEqual(resolve(text, context));
    }),
    { numRuns: 200 },
  );
});

const words = [
  ...sentences.join(" ").split(" "),
  "2026",
  "1",
  "@",
  ":",
  "/",
  "-",
  ".",
  ",",
  "(",
  "6",
];

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(" ")),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join("")),
);

test("no text makes it throw, and what is asked has more than one answer", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const meaning = resolve(text, context);
      const answers = meaning.kind === "ambiguous" ? meaning.candidates.length : 2;
      expect(answers).toBeGreaterThan(1);
    }),
    { numRuns: 1_000 },
  );
});

test("no title has a loose mark at its end or two spaces in a row", () => {
  for (const { now, timezone, preferences, rows } of corpus)
    for (const [text] of rows) {
      const { title } = resolve(text, { now: new Date(now), timezone, preferences });
      expect(title).not.toMatch(/ {2}|^[\s,;:]|[\s,;:(]$/);
    }
});

test("a time zone or a present that is none is a RangeError", () => {
  expect(() => resolve("tomorrow", { ...context, timezone: "Europe/Atlantis" })).toThrow(
    RangeError,
  );
  expect(() => resolve("tomorrow", { ...context, now: new Date(NaN) })).toThrow(RangeError);
});
