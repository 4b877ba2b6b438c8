import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { currentTraceId, createBatcher, withTrace } from "../src/index.ts";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Work that doubles its entries, once it is let go. */
function slowWork() {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const work = async (entries: readonly number[]): Promise<number[]> => {
    batches.push([...entries]);
    await new Promise<void>((resolve) => gates.push(resolve));
    return entries.map((entry) => entry * 2);
  };
  return { work, batches, letGo: () => gates.shift()?.() };
}
const double = async (entries: readonly number[]) => entries.map((entry) => entry * 2);
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test("calls made together are done together, and each gets its own answer", async () => {
  const { work, batches, letGo } = slowWork();
  const call = createBatcher(work, { max: 10, waitMs: 5 });
  const answers = Promise.all([call(1), call(2), call(3)]);
  await pass(5);
  letGo();
  expect(await answers).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

test("a call waits for company no longer than it was told, whoever comes after it", async () => {
  const { work, batches } = slowWork();
  const call = createBatcher(work, { max: 10, waitMs: 5 });
  void call(1);
  await pass(3);
  void call(2);
  await pass(1);
  expect(batches).toEqual([]);
  await pass(1);
  expect(batches).toEqual([[1, 2]]);
});

test("a full batch waits for nothing", () => {
  const { work, batches } = slowWork();
  const call = createBatcher(work, { max: 2, waitMs: 5 });
  void call(1);
  void call(2);
  void call(3);
  expect(batches).toEqual([[1, 2]]);
});

test("while one batch runs the next gathers, and then starts at once", async () => {
  const { work, batches, letGo } = slowWork();
  const call = createBatcher(work, { max: 3, waitMs: 5 });
  void call(1);
  await pass(5);
  for (const entry of [2, 3, 4, 5]) void call(entry);
  await pass(50);
  expect(batches).toEqual([[1]]);
  letGo();
  await pass(0);
  expect(batches).toEqual([[1], [2, 3, 4]]);
  letGo();
  await pass(0);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

test("no more batches run at once than allowed", async () => {
  const { work, batches, letGo } = slowWork();
  const call = createBatcher(work, { max: 1, waitMs: 5, atOnce: 2 });
  for (const entry of [1, 2, 3]) void call(entry);
  expect(batches).toEqual([[1], [2]]);
  letGo();
  await pass(0);
  expect(batches).toEqual([[1], [2], [3]]);
});

test("one bad entry fails alone, and the others are answered", async () => {
  const batches: number[][] = [];
  const call = createBatcher(
    async (entries: readonly number[]) => {
      batches.push([...entries]);
      if (entries.includes(13)) throw new AppError("invalid", "not this one");
      return double(entries);
    },
    { max: 3, waitMs: 5 },
  );
  const answers = await Promise.allSettled([call(1), call(13), call(3)]);
  expect(answers).toMatchObject([
    { value: 2 },
    { reason: { message: "not this one" } },
    { value: 6 },
  ]);
  expect(batches).toEqual([[1, 13, 3], [1, 13], [1], [13], [3]]);
});

test("the more are innocent, the more of them stay together", async () => {
  let calls = 0;
  const call = createBatcher(
    async (entries: readonly number[]) => {
      calls += 1;
      if (entries.includes(13)) throw new AppError("conflict", "not this one");
      return double(entries);
    },
    { max: 64, waitMs: 5 },
  );
  const answers = await Promise.allSettled(Array.from({ length: 64 }, (_, entry) => call(entry)));
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(calls).toBeLessThanOrEqual(1 + 2 * Math.log2(64));
});

test("what was asked first is done first, also after a batch has failed", async () => {
  const done: number[] = [];
  const call = createBatcher(
    async (entries: readonly number[]) => {
      if (entries.includes(3)) throw new AppError("invalid", "not this one");
      done.push(...entries);
      return entries;
    },
    { max: 8, waitMs: 5 },
  );
  await Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7].map((entry) => call(entry)));
  expect(done).toEqual([0, 1, 2, 4, 5, 6, 7]);
});

test("what is unavailable is so for all: it is not asked again for each", async () => {
  let asked = 0;
  const call = createBatcher<number, number>(
    async () => {
      asked += 1;
      throw new AppError("unavailable", "away");
    },
    { max: 3, waitMs: 5 },
  );
  const answers = await Promise.allSettled([call(1), call(2), call(3)]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(asked).toBe(1);
});

test("after a failure the next call is served", async () => {
  let broken = true;
  const call = createBatcher(
    (entries: readonly number[]) => {
      if (broken) throw new Error("thrown, not rejected");
      return double(entries);
    },
    { max: 1, waitMs: 5 },
  );
  await expect(call(1)).rejects.toThrow("thrown, not rejected");
  broken = false;
  expect(await call(2)).toBe(4);
});

test("work that loses an answer is a bug, and nobody gets another's", async () => {
  const call = createBatcher(async (entries: readonly number[]) => entries.slice(1), {
    max: 2,
    waitMs: 5,
  });
  const answers = await Promise.allSettled([call(1), call(2)]);
  expect(answers).toMatchObject([{ reason: { kind: "bug" } }, { reason: { kind: "bug" } }]);
});

const trace = (digit: string) => `00-${digit.repeat(32)}-${digit.repeat(16)}-01`;

test("a batch runs in the trace of its first call, not of the batch before", async () => {
  const seen: (string | undefined)[] = [];
  const call = createBatcher(
    async (entries: readonly number[]) => {
      seen.push(currentTraceId());
      return double(entries);
    },
    { max: 1, waitMs: 5 },
  );
  await Promise.all(["a", "b"].map((digit) => withTrace(trace(digit), () => call(1))));
  expect(seen).toEqual(["a".repeat(32), "b".repeat(32)]);
});
