import { expect, test } from "@jest/globals";
import { GREEDY, greedys, once } from "./a-crowd.ts";
import { aWorld, MINUTE, SOON } from "./a-world.ts";
import { counting } from "./stores.ts";

/** What was rejected while this ran, and nobody was there for: outside of tests it ends the process. */
async function leftUnhandled(work: () => Promise<void>): Promise<unknown[]> {
  const left: unknown[] = [];
  const note = (error: unknown): void => void left.push(error);
  process.on("unhandledRejection", note);
  try {
    await work();
    await new Promise(setImmediate);
  } finally {
    process.off("unhandledRejection", note);
  }
  return left;
}

test("a wake-up that fails while very many of its group wait ends no process, and its timers fire all the same", async () => {
  const { clock, store, jobs, from, fire, aProcess, effects } = aWorld();
  const begun = Promise.withResolvers<void>();
  const mayFire = Promise.withResolvers<void>();
  const bells = aProcess({
    fire: async (tx, due) => {
      begun.resolve();
      await mayFire.promise;
      await fire(tx, due);
    },
  });
  const names = greedys(500);
  await bells.setAll(
    names.map((name, n) => ({ name, at: from(SOON - (n % 20) * 100), data: name, group: GREEDY })),
  );
  await new Promise(setImmediate);
  clock.set(from(SOON));
  const forMore = jobs.due().filter(({ data }) => Object(data).for_more);
  const others = jobs.due().filter((job) => !forMore.includes(job));
  const rung = others.map(async ({ name, data }) => bells.ring(name, data));
  const [waking] = forMore;
  await begun.promise;
  store.setAway(true);
  expect(await leftUnhandled(() => bells.ring(waking?.name ?? "", waking?.data))).toEqual([]);
  store.setAway(false);
  mayFire.resolve();
  await Promise.all(rung);
  clock.advance(2 * MINUTE);
  await bells.sweep();
  expect(effects()).toEqual(once(names));
}, 30_000);

test("when a thousand groups are woken at the same moment, all ring, and the buckets are read for them together", async () => {
  const { clock, store, jobs, from, aProcess, effects } = aWorld();
  const groups = Array.from({ length: 1_000 }, (_, n) => `group${n}`);
  const timers = groups.flatMap((group) =>
    Array.from({ length: 10 }, (_, n) => {
      const name = `${group}-${n}`;
      return { name, at: from(SOON), data: name, group };
    }),
  );
  const setter = aProcess();
  for (let n = 0; n < timers.length; n += 100) await setter.setAll(timers.slice(n, n + 100));
  await setter.close();
  expect(jobs.scheduled()).toHaveLength(8 * groups.length);
  clock.set(from(SOON));
  const counted = counting({
    ...store,
    getMany: async (keys) => {
      await new Promise(setImmediate);
      return store.getMany(keys);
    },
  });
  const bells = aProcess({ store: counted });
  await Promise.all(jobs.due().map(async ({ name, data }) => bells.ring(name, data)));
  expect(effects()).toEqual(once(timers.map(({ name }) => name)));
  // A hundred batches, two reads each with the effect's own; the rest is all that is read of buckets.
  expect(counted.calls.getMany).toBeLessThan(400);
}, 60_000);
