import { expect, test } from "@jest/globals";
import { percentile, readable } from "./statistics.ts";
import { tally } from "./tally.ts";

const DUE = Date.parse("2026-11-22T09:00:00.000Z");
const promised = [{ taskId: "a", dueMs: DUE }];
const shownAfter = (ms: number, task_id = "a") => ({
  task_id,
  created_at: new Date(DUE + ms).toISOString(),
});

test("a reminder that was shown once, on time or after, is neither lost nor doubled nor early", () => {
  expect(tally(promised, [shownAfter(12)])).toEqual({
    lost: 0,
    doubled: 0,
    early: 0,
    lateness: [12],
  });
});

test("what was not shown is lost, what was shown twice is doubled, what came before its time is early", () => {
  const all = ["a", "b", "c"].map((taskId) => ({ taskId, dueMs: DUE }));
  const shown = [shownAfter(5, "b"), shownAfter(9, "b"), shownAfter(-1, "c")];
  expect(tally(all, shown)).toMatchObject({ lost: 1, doubled: 1, early: 1 });
});

test("what nobody promised is passed over", () => {
  expect(tally(promised, [shownAfter(1), shownAfter(-5, "other")]).lateness).toEqual([1]);
});

test("a percentile is one of the values", () => {
  expect(percentile([3, 1, 2, 4], 0.5)).toBe(2);
  expect(percentile([3, 1, 2, 4], 0.99)).toBe(4);
  expect(percentile([], 0.5)).toBeNaN();
});

test("a figure is written as a person reads it", () => {
  expect([0.1234, 12.345, 1_234.5, Number.NaN].map(readable)).toEqual([
    "0.123",
    "12.3",
    "1235",
    "none",
  ]);
});
