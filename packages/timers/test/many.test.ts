import { expect, test } from "@jest/globals";
import { aWorld, DAY, HOUR, MINUTE, SECOND } from "./a-world.ts";
import { counting } from "./stores.ts";

test("after three days of downtime every timer fires, in few and large calls, and nothing is left", async () => {
  const { clock, store, jobs, from, aProcess, effects, leftovers } = aWorld();
  jobs.setAway(true);
  const names = Array.from({ length: 2_000 }, (_, n) => `t${n}`);
  for (let at = 0; at < names.length; at += 100)
    await aProcess().setAll(
      names.slice(at, at + 100).map((name) => {
        return { name, at: from(Number(name.slice(1)) * 100 * SECOND), data: name };
      }),
    );
  clock.set(from(3 * DAY));
  const counted = counting(store);
  await aProcess({ store: counted }).sweep();
  expect(Object.values(effects()).map(({ times }) => times)).toEqual(names.map(() => 1));
  expect(leftovers()).toEqual([]);
  // 4 330 minutes in 44 chunks; closing writes 192 marks at a time, for the last day alone.
  expect(counted.calls.getMany).toBeLessThan(1_500);
  expect(counted.calls.transact).toBeLessThan(700);
}, 60_000);

test("ten thousand timers due in one second all fire once, in batches of a hundred", async () => {
  const { clock, from, fire, aProcess, effects, leftovers } = aWorld();
  const sizes: number[] = [];
  const bells = aProcess({
    fire: async (tx, due) => {
      sizes.push(due.length);
      await fire(tx, due);
    },
  });
  const names = Array.from({ length: 10_000 }, (_, n) => `t${n}`);
  const sets = Array.from({ length: 100 }, (_, n) => names.slice(n * 100, (n + 1) * 100));
  await Promise.all(
    sets.map((some) => bells.setAll(some.map((name) => ({ name, at: from(HOUR), data: name })))),
  );
  clock.set(from(HOUR + 2 * SECOND));
  await Promise.all([bells.sweep(), aProcess().sweep()]);
  expect(Object.values(effects())).toHaveLength(10_000);
  expect(Object.values(effects()).every(({ times }) => times === 1)).toBe(true);
  expect(Math.max(...sizes)).toBe(100);
  clock.advance(3 * MINUTE);
  await bells.sweep();
  expect(leftovers()).toEqual([]);
}, 60_000);
