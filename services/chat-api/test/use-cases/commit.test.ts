import { expect, test } from "@jest/globals";
import { currentTraceparent, withTrace } from "@todo-mesh/kit";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";
import type { Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { createCommit } from "../../src/use-cases/commit.ts";

function aStore() {
  const rows = inMemoryStateStore();
  let transactions = 0;
  const store: StateStore = {
    ...rows,
    transact: async (writes) => {
      transactions += 1;
      await rows.transact(writes);
    },
  };
  return { rows, commit: createCommit(store), transactions: () => transactions };
}

const addOne = (key: string) => async (tx: Transaction) => {
  const next = ((await tx.get(key, z.int())) ?? 0) + 1;
  tx.put(key, next);
  return next;
};

test("forty changes of one key at once are forty, each answered with its own, in few transactions", async () => {
  const { rows, commit, transactions } = aStore();
  const all = Array.from({ length: 40 }, (_, at) => at + 1);
  expect(await Promise.all(all.map(() => commit("ada", addOne("n"))))).toEqual(all);
  expect((await rows.get("n"))?.value).toBe(40);
  expect(transactions()).toBeLessThan(5);
});

const fails = async (tx: Transaction) => {
  tx.put("half", true);
  throw new AppError("not-found", "There is no such task");
};

test("one that fails fails alone, and leaves nothing", async () => {
  const { rows, commit } = aStore();
  const results = await Promise.allSettled([
    commit("ada", addOne("first")),
    commit("ada", addOne("n")),
    commit("ada", fails),
    commit("adb", addOne("n")),
    commit("ada", addOne("n")),
  ]);
  expect(results.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
  expect((await rows.get("n"))?.value).toBe(3);
  expect(await rows.get("half")).toBeUndefined();
});

test("each keeps its own trace, whoever it shares a transaction with", async () => {
  const { commit } = aStore();
  const traced = (id: string) =>
    withTrace(`00-${id.repeat(32)}-${id.repeat(16)}-01`, () =>
      commit("ada", async () => currentTraceparent()?.slice(3, 4)),
    );
  expect(await Promise.all(["a", "b", "c"].map(traced))).toEqual(["a", "b", "c"]);
});
