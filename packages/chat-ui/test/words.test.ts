import { expect, test } from "@jest/globals";
import { de } from "../src/words/de.ts";
import { en } from "../src/words/en.ts";
import { languageOf } from "../src/words/words.ts";

const leaves = (table: object): unknown[] =>
  Object.values(table).flatMap((value: unknown) =>
    typeof value === "object" && value !== null ? leaves(value) : [value],
  );

test("a browser's first known language is spoken, else English", () => {
  expect(languageOf(["de-CH", "en"])).toBe("de");
  expect(languageOf(["fr-FR", "de"])).toBe("de");
  expect(languageOf(["fr-FR"])).toBe("en");
  expect(languageOf([])).toBe("en");
});

test("no word of a table is missing or empty", () => {
  for (const table of [en, de]) expect(leaves(table).filter((word) => !word)).toEqual([]);
  expect(leaves(de)).toHaveLength(leaves(en).length);
});

test("one is said in the singular", () => {
  expect([en.list.count(1), en.list.count(2)]).toEqual(["1 task", "2 tasks"]);
  expect([de.list.count(1), de.list.count(1_234)]).toEqual(["1 Aufgabe", "1.234 Aufgaben"]);
});
