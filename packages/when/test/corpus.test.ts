import { expect, test } from "@jest/globals";
import { corpus } from "./corpus/corpus.ts";

const rows = corpus.flatMap(({ rows: all, now, timezone, preferences }) =>
  all.map(([text, meaning]) => ({
    text,
    meaning,
    seen: JSON.stringify({ now, timezone, preferences }),
  })),
);

test("the corpus has 600 sentences at least, of which 150 have no date", () => {
  expect(rows.length).toBeGreaterThanOrEqual(600);
  expect(rows.filter(({ meaning }) => meaning === "-").length).toBeGreaterThanOrEqual(150);
});

test("no sentence stands in it twice for the same person at the same time", () => {
  const keys = rows.map(({ text, seen }) => `${text} ${seen}`);
  expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([]);
});
