import { expect, test } from "@jest/globals";
import type { Language } from "../src/grammar/language.ts";
import { languages } from "../src/languages/languages.ts";
import { createParser } from "../src/parser.ts";

/** Enough of another language to see that it takes a table and no code: its words, and how they stand. */
const italian: Language = {
  ...languages.en,
  words: {
    ...languages.en.words,
    number_word: { due: 2, tre: 3 },
    weekday: { lunedì: 1, giovedì: 4 },
    clear_weekday: { lunedì: 1, giovedì: 4 },
    month: { dicembre: 12 },
    day_word: { oggi: 0, domani: 1 },
    unit: { giorni: { count: 1, unit: "day" }, minuti: { count: 1, unit: "minute" } },
    half: {},
  },
  rules: {
    ...languages.en.rules,
    each: [["ogni", "schedule"]],
    weekdays: [
      ["<weekday>", "list"],
      ["<weekday> e <weekdays>", "list"],
    ],
    date: [["<date_number> <month> <year>?", "month_and_day"]],
    clear_day: [
      ["<day_word>", "shift"],
      ["<date>", "date"],
    ],
    repeat: [
      ["<each> <weekdays>", "weekdays"],
      ["<each> <duration>", "duration"],
    ],
    part: [
      ["alle <time>", "time"],
      ["alle <bare_time>", "time", "open"],
      ["il? <clear_day>", "clear_day"],
      ["tra|fra <duration>", "ahead"],
      ["<repeat>", "repeat"],
    ],
  },
  title: { ...languages.en.title, leadIns: ["ricordami di"] },
};

const { parse } = createParser(italian);

test.each([
  [
    "ricordami di chiamare la mamma domani alle 18:30",
    { day: { day: "shift", days: 1 }, clocks: [{ hour: 18, minute: 30, second: 0, sure: true }] },
    "chiamare la mamma",
  ],
  [
    "pagare l'affitto il 3 dicembre",
    { day: { day: "date", month: 12, date: 3 } },
    "pagare l'affitto",
  ],
  [
    "tra tre minuti girare la pasta",
    { ahead: [[{ count: 3, unit: "minute" }]] },
    "girare la pasta",
  ],
  [
    "ogni lunedì e giovedì judo",
    { repeat: { from: "schedule", every: 1, unit: "week", weekdays: [1, 4] } },
    "judo",
  ],
])("“%s” is understood by another table of words", (text, facts, title) => {
  expect(parse(text).times).toMatchObject([{ facts, title }]);
});
