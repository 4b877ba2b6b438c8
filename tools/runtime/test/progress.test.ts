import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { clock, startProgress } from "../src/progress.ts";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test("no fifteen seconds go by without a line that says what is being done and for how long", () => {
  const told: string[] = [];
  const progress = startProgress("Dapr", (line) => told.push(line));
  progress.at("12 packages compiled");
  jest.advanceTimersByTime(15_000);
  progress.at("90 packages compiled");
  jest.advanceTimersByTime(15_000);
  expect(told).toEqual([
    "Dapr: 12 packages compiled (0:10)",
    "Dapr: 90 packages compiled (0:20)",
    "Dapr: 90 packages compiled (0:30)",
  ]);
  progress.end();
  jest.advanceTimersByTime(60_000);
  expect(told).toHaveLength(3);
});

test.each([
  [400, "0:00"],
  [65_000, "1:05"],
  [3_600_000, "60:00"],
])("%d ms is written %s", (ms, written) => expect(clock(ms)).toBe(written));
