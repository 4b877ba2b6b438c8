import { expect, test } from "@jest/globals";
import { backOffMs, deathsInARow, WELL_AFTER_MS } from "../src/life/back-off.ts";

test("each death in a row doubles the wait, up to half a minute", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 99].map(backOffMs)).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
});

test("a part that stood for a minute was well: its death counts as the first", () => {
  expect(deathsInARow(7, WELL_AFTER_MS)).toBe(1);
  expect(deathsInARow(7, WELL_AFTER_MS - 1)).toBe(8);
});
