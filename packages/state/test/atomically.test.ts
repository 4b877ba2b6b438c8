import { beforeEach, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { settableClock } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { atomically, type Outcome, type Transaction } from "../src/index.ts";
import { watchedStore } from "./watched-store.ts";

const Count = z.int();
const noPause = async (): Promise<void> => undefined;
const clock = settableClock("2026-11-22T09:00:00Z");

let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore(clock);
});
const stored = async (key: string) => (await store.elsewhere.get(key))?.value;
const set = (key: string, value: number) => store.elsewhere.transact([{ put: key, value }]);
const addOne = async (tx: Transaction): Promise<number> => {
  const next = ((await tx.get("n", Count)) ?? 0) + 1;
  tx.put("n", next);
  return next;
};
/** Another writer comes in between; then the transaction goes on its way. */
const overtaken = async (commit: () => Promise<void>): Promise<void> => {
  await set("n", Count.parse(await stored("n")) + 10);
  await commit();
};

test("what is read is what was written before in the same transaction", async () => {
  await set("a", 1);
  const seen = await atomically(store, async (tx) => {
    tx.put("a", 2);
    tx.delete("b");
    tx.put("b", 3);
    tx.delete("c");
    return tx.getMany(["a", "b", "c", "a"], Count);
  });
  expect(seen).toEqual([2, 3, undefined, 2]);
});

test("what is read is asked for once, and all of it in one go", async () => {
  for (const key of ["a", "b", "c"]) await set(key, 1);
  const cost = await store.costOf(() =>
    atomically(store, async (tx) => {
      await tx.getMany(["a", "b", "a"], Count);
      await tx.getMany(["b", "c"], Count);
      await tx.get("c", Count);
    }),
  );
  expect(cost).toEqual({ reads: 2, keysRead: 3, transactions: 0, keysWritten: 0 });
});

test("what is read must have the shape expected of it", async () => {
  await set("a", 1);
  const reading = atomically(store, (tx) => tx.get("a", z.string()));
  await expect(reading).rejects.toMatchObject({ kind: "bug" });
});

test("what is written is written together, a put after a delete too", async () => {
  await set("a", 1);
  await atomically(store, async (tx) => {
    tx.delete("a");
    tx.put("a", 5);
    tx.put("b", 6);
  });
  expect([await stored("a"), await stored("b")]).toEqual([5, 6]);
});

test("what is written is gone after its time to live", async () => {
  await atomically(store, async (tx) => tx.put("a", 1, { ttlSeconds: 60 }));
  clock.advance(59_000);
  expect(await stored("a")).toBe(1);
  clock.advance(2_000);
  expect(await stored("a")).toBeUndefined();
});

test("what is written a key that is not there is deleted without a write", async () => {
  const cost = await store.costOf(() =>
    atomically(store, async (tx) => {
      await tx.get("a", Count);
      tx.delete("a");
    }),
  );
  expect(cost.transactions).toBe(0);
});

test("what is written a key that must be new is refused when it is there, unread as it is", async () => {
  await set("a", 1);
  const writing = atomically(store, async (tx) => tx.put("a", 2, { mustBeNew: true }), noPause);
  await expect(writing).rejects.toMatchObject({ kind: "conflict" });
  expect(await stored("a")).toBe(1);
});

test("what is written steps before the commit run after the work and may still write", async () => {
  const order: string[] = [];
  await atomically(store, async (tx) => {
    tx.beforeCommit(() => {
      order.push("before the commit");
      tx.put("a", 1);
    });
    order.push("work");
  });
  expect(order).toEqual(["work", "before the commit"]);
  expect(await stored("a")).toBe(1);
});

beforeEach(() => set("n", 0));

test("when another writer was first the work runs again on what the other wrote", async () => {
  store.meddle(overtaken, overtaken);
  expect(await atomically(store, addOne, noPause)).toBe(21);
  expect(await stored("n")).toBe(21);
});

test("when another writer was first a key that appeared since it was looked for counts as overtaken, too", async () => {
  store.meddle(async (commit) => {
    await set("new", 7);
    await commit();
  });
  const found = await atomically(
    store,
    async (tx) => {
      const before = await tx.get("new", Count);
      tx.put("new", (before ?? 0) + 1);
      return before;
    },
    noPause,
  );
  expect(found).toBe(7);
});

test("when another writer was first a key written unread is simply written", async () => {
  store.meddle(overtaken);
  await atomically(store, async (tx) => tx.put("n", 1), noPause);
  expect(await stored("n")).toBe(1);
});

test("when another writer was first eight lost races are a conflict, with longer and longer pauses between them", async () => {
  const pauses: number[] = [];
  store.meddle(...Array.from({ length: 8 }, () => overtaken));
  const adding = atomically(store, addOne, async (ms) => void pauses.push(ms));
  await expect(adding).rejects.toMatchObject({ kind: "conflict" });
  expect(pauses).toHaveLength(7);
  expect(pauses.every((ms, at) => ms <= 8 * 2 ** (at + 1))).toBe(true);
});

test("when another writer was first many at once all get through", async () => {
  await Promise.all(Array.from({ length: 10 }, () => atomically(store, addOne)));
  expect(await stored("n")).toBe(10);
});

const outcomesOf = async (work: (tx: Transaction) => Promise<unknown>): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  await atomically(
    store,
    async (tx) => {
      tx.atEnd((outcome) => void outcomes.push(outcome));
      await work(tx);
    },
    noPause,
  ).catch(() => undefined);
  return outcomes;
};
const fails = (kind: "unavailable" | "invalid") => async () => {
  throw new AppError(kind, "as the test says");
};

test("how a try ended is told committed, once its writes are there, and also when there were none", async () => {
  expect(await outcomesOf(addOne)).toEqual(["committed"]);
  expect(await outcomesOf(async () => undefined)).toEqual(["committed"]);
});

test("how a try ended is told abandoned for each try that lost its race", async () => {
  await set("n", 0);
  store.meddle(overtaken);
  expect(await outcomesOf(addOne)).toEqual(["abandoned", "committed"]);
});

test("how a try ended is told abandoned when the work threw, and what it threw is passed on", async () => {
  const lunch = new Error("lunch");
  const throws = async () => {
    throw lunch;
  };
  expect(await outcomesOf(throws)).toEqual(["abandoned"]);
  await expect(atomically(store, throws)).rejects.toBe(lunch);
});

test("how a try ended is told abandoned when the store would not have it", async () => {
  store.meddle(fails("invalid"));
  expect(await outcomesOf(addOne)).toEqual(["abandoned"]);
});

test("how a try ended is told unknown when the store's answer was lost, and nothing is tried again", async () => {
  store.meddle(fails("unavailable"));
  expect(await outcomesOf(addOne)).toEqual(["unknown"]);
  store.meddle(fails("unavailable"));
  await expect(atomically(store, addOne)).rejects.toMatchObject({ kind: "unavailable" });
});
