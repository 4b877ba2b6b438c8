import { expect, test } from "@jest/globals";
import { corpus, english } from "./corpus/corpus.ts";
import { german } from "./corpus/de.ts";
import type { Theme } from "./corpus/row.ts";

const rows = corpus.flatMap(({ rows: all, now, timezone, preferences }) =>
  all.map(([text, meaning]) => ({
    text,
    meaning,
    seen: JSON.stringify({ now, timezone, preferences }),
  })),
);

const count = (themes: readonly Theme[], isCounted: (meaning: string) => boolean): number =>
  themes.flatMap(({ rows: all }) => all.filter(([, meaning]) => isCounted(meaning))).length;

test.each([
  ["English", english, 600],
  ["German", german, 400],
])("the corpus has enough sentences in %s, of which 150 have no date", (_, themes, least) => {
  expect(count(themes, () => true)).toBeGreaterThanOrEqual(least);
  expect(count(themes, (meaning) => meaning === "-")).toBeGreaterThanOrEqual(150);
});

test("no sentence stands in it twice for the same person at the same time", () => {
  const keys = rows.map(({ text, seen }) => `${text} ${seen}`);
  expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([]);
});
