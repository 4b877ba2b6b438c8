import { expect, test } from "@jest/globals";
import { aWorld, SECOND } from "./a-world.ts";
import { counting } from "./stores.ts";

test("with the scheduler away at setting, the sweeper fires, and gives the job its first chance", async () => {
  const { clock, jobs, from, aProcess, fired } = aWorld();
  const bells = aProcess();
  jobs.setAway(true);
  await bells.setAt("tea", from(10 * SECOND));
  clock.set(from(10.9 * SECOND));
  await bells.sweep();
  expect(fired()).toEqual([]);
  clock.set(from(11 * SECOND));
  await bells.sweep();
  expect(fired()).toEqual(["tea"]);
  expect(bells.log.lines).toMatchObject([{ level: "warn", fields: { count: 1 } }]);
});

test("one process sweeps; when it falls silent another takes its place", async () => {
  const { clock, from, aProcess, fired } = aWorld();
  const [one, other] = [aProcess(), aProcess()];
  await one.sweep();
  await one.setAt("tea", from(SECOND));
  clock.advance(2.5 * SECOND);
  await other.sweep();
  expect(fired()).toEqual([]);
  clock.advance(SECOND);
  await other.sweep();
  expect(fired()).toEqual(["tea"]);
});

test("two processes that both believe to hold the lease fire each timer once and leave nothing behind", async () => {
  const { clock, from, aProcess, effects, leftovers } = aWorld();
  const [one, other] = [aProcess({ leaseMs: -1 }), aProcess({ leaseMs: -1 })];
  const names = Array.from({ length: 250 }, (_, n) => `t${n}`);
  await Promise.all(
    names.map((name, n) => (n % 2 ? one : other).setAt(name, from((n % 90) * SECOND))),
  );
  for (let round = 0; round < 20; round += 1) {
    clock.advance(15 * SECOND);
    await Promise.all([one.sweep(), other.sweep()]);
  }
  expect(Object.values(effects()).map(({ times }) => times)).toEqual(names.map(() => 1));
  expect(leftovers()).toEqual([]);
});

test("a sweep reads each hint once, however often it comes by", async () => {
  const { clock, store, from, aProcess } = aWorld();
  const counted = counting(store);
  const bells = aProcess({ store: counted });
  for (let n = 0; n < 50; n += 1) await bells.setAt(`t${n}`, from(50 * SECOND));
  await bells.sweep();
  const before = counted.total();
  clock.advance(5 * SECOND);
  await bells.sweep();
  // The lease (read and renewed), the watermark, and the heads.
  expect(counted.total() - before).toBe(4);
});
