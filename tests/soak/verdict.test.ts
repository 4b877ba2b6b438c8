import { expect, test } from "@jest/globals";
import { faultsOf, type Soaked } from "./verdict.ts";

const DUE = Date.parse("2026-11-22T09:00:00.000Z");
const BOUNDS = { latestMs: 5_000, moreMemoryMb: 10, moreHandles: 4, renewedTimes: 3 };
const shownAfter = (ms: number) => ({
  task_id: "a",
  created_at: new Date(DUE + ms).toISOString(),
});
const part = { name: "chat-api-1", pids: new Set([7]), memoryMb: flat(80), handles: flat(30) };
const well: Soaked = {
  promised: [{ taskId: "a", dueMs: DUE }],
  silenced: ["b"],
  shown: [shownAfter(40)],
  refused: [],
  parts: [part],
  renewals: [{ part: "sentry", times: 3, failures: [] }],
};

function flat(value: number): number[] {
  return Array.from({ length: 40 }, () => value);
}
const growing = (from: number, by: number): number[] =>
  Array.from({ length: 40 }, (_, at) => from + at * by);

test("where all is well there is nothing to say", () => {
  expect(faultsOf(well, BOUNDS)).toEqual([]);
});

test.each([
  ["a lost reminder", { shown: [] }, /1 reminders were lost/],
  ["one that came twice", { shown: [shownAfter(1), shownAfter(9)] }, /came twice/],
  ["one that was early", { shown: [shownAfter(-1)] }, /early/],
  ["one that was late", { shown: [shownAfter(5_001)] }, /late, the worst 5001 ms/],
  ["one that rang though its task was done", { silenced: ["a"] }, /done or gone/],
  ["a request that failed", { refused: ["GET /x: 503"] }, /GET \/x: 503/],
  [
    "a part that was started again",
    { parts: [{ ...part, pids: new Set([7, 8]) }] },
    /live through/,
  ],
  ["memory that grows", { parts: [{ ...part, memoryMb: growing(80, 1) }] }, /chat-api-1 grew/],
  [
    "a certificate that is not renewed",
    { renewals: [{ part: "sentry", times: 2, failures: [] }] },
    /sentry renewed its certificate 2 times only/,
  ],
  [
    "a certificate that was refused",
    { renewals: [{ part: "sentry", times: 3, failures: ["exp not satisfied"] }] },
    /1 times sentry got no new certificate, such as: exp/,
  ],
  ["handles that grow", { parts: [{ ...part, handles: growing(9, 1) }] }, /handles went/],
])("%s is found", (_name, change, words) => {
  expect(faultsOf({ ...well, ...change }, BOUNDS).join("; ")).toMatch(words);
});

test("what a part takes for its warm-up is no growth", () => {
  const warm = [...growing(20, 6).slice(0, 10), ...flat(80).slice(10)];
  expect(faultsOf({ ...well, parts: [{ ...part, memoryMb: warm }] }, BOUNDS)).toEqual([]);
});

const kafka = (by: number): Soaked => ({
  ...well,
  parts: [{ ...part, name: "kafka", memoryMb: growing(420, by) }],
});
test("what has a bound of its own may come to that, and not further", () => {
  expect(faultsOf(kafka(2), BOUNDS)).toEqual([]);
  expect(faultsOf(kafka(4), BOUNDS).join("; ")).toMatch(/kafka grew/);
});
