import { expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { atomically } from "@todo-mesh/state";
import { aWorld, MINUTE, SECOND } from "./a-world.ts";
import { counting } from "./stores.ts";

test("a timer whose commit was not heard of gets its job all the same", async () => {
  const { clock, store, jobs, from, aProcess, fired } = aWorld();
  let deaf = true;
  const lossy = {
    ...store,
    transact: async (writes: Parameters<typeof store.transact>[0]) => {
      await store.transact(writes);
      if (deaf) throw new AppError("unavailable", "The answer got lost");
    },
  };
  const bells = aProcess({ store: lossy });
  await expect(bells.setAt("tea", from(SECOND))).rejects.toMatchObject({ kind: "unavailable" });
  deaf = false;
  expect(jobs.scheduled()).toHaveLength(1);
  clock.advance(SECOND);
  await bells.ringDue();
  expect(fired()).toEqual(["tea"]);
});

test("a hundred timers in a hundred different minutes are set in one transaction, and one call for their heads", async () => {
  const { store, from, aProcess } = aWorld();
  const counted = counting(store);
  const bells = aProcess({ store: counted });
  const names = Array.from({ length: 100 }, (_, n) => `t${n}`);
  await atomically(counted, (tx) =>
    bells.set(
      tx,
      names.map((name, n) => ({ name, at: from(n * MINUTE), data: name })),
    ),
  );
  // The watermark is looked for by the first set of a process only.
  expect(counted.calls).toEqual({ get: 0, getMany: 2, transact: 1 });
});

test("a hundred transactions of one process that set timers of one minute at once need no second try", async () => {
  const { store, from, aProcess } = aWorld();
  const bells = aProcess();
  await bells.setAt("first", from(SECOND));
  const counted = counting(store);
  const concurrent = Array.from({ length: 100 }, (_, n) => `t${n}`);
  await Promise.all(
    concurrent.map((name) =>
      atomically(counted, (tx) => bells.set(tx, [{ name, at: from(SECOND), data: name }])),
    ),
  );
  expect(counted.calls.transact).toBe(100);
});

test("transactions that do not come to an end hold up the others for a moment only", async () => {
  const { store, from, aProcess } = aWorld();
  const bells = aProcess();
  const never = Promise.withResolvers<void>();
  const stuck = Array.from({ length: 16 }, (_, n) =>
    atomically(store, async (tx) => {
      await bells.set(tx, [{ name: `stuck${n}`, at: from(SECOND), data: "stuck" }]);
      await never.promise;
    }),
  );
  await bells.setAt("tea", from(SECOND));
  expect(await bells.look(["tea"])).toHaveLength(1);
  never.resolve();
  await Promise.all(stuck);
});
