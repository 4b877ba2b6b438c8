import { expect, test } from "@jest/globals";
import { currentTraceparent, withTrace } from "@todo-mesh/kit";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { createCommit, type Transaction } from "../src/index.ts";

function aStore(options: Parameters<typeof createCommit>[1] = {}) {
  const rows = inMemoryStateStore();
  let transactions = 0;
  const store: StateStore = {
    ...rows,
    transact: async (writes) => {
      transactions += 1;
      await rows.transact(writes);
    },
  };
  return { rows, commit: createCommit(store, options), transactions: () => transactions };
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

const EVERYONE = Array.from({ length: 40 }, (_, n) => `person ${n}`);
const passes = async (): Promise<void> => undefined;

test("whoever is slow holds up nobody, however their name is spelled", async () => {
  const { commit } = aStore();
  const slow = Promise.withResolvers<void>();
  const large = commit("greedy", async () => slow.promise, { isLarge: true });
  const done = await Promise.all(EVERYONE.map((user) => commit(user, addOne(user))));
  expect(done).toEqual(EVERYONE.map(() => 1));
  slow.resolve();
  await large;
});

test("large work of many never takes the last place", async () => {
  const { commit } = aStore();
  const slow = Promise.withResolvers<void>();
  const large = EVERYONE.map((user) => commit(user, async () => slow.promise, { isLarge: true }));
  expect(await commit("ada", addOne("n"))).toBe(1);
  slow.resolve();
  await Promise.all(large);
});

test("a list that must be loaded first is loaded before its person shares a transaction", async () => {
  const loading = Promise.withResolvers<void>();
  let isLoaded = false;
  const prepare = (userId: string) => (userId === "ada" && !isLoaded ? loading.promise : undefined);
  const { commit } = aStore({ prepare });
  const first = commit("ada", addOne("n"));
  const second = commit("ada", addOne("n"));
  await Promise.all(EVERYONE.map((user) => commit(user, addOne(user))));
  isLoaded = true;
  loading.resolve();
  expect(await Promise.all([first, second])).toEqual([1, 2]);
});

test("who fails again and again costs the others no more than a few transactions", async () => {
  const { commit, transactions } = aStore();
  const failing = Array.from({ length: 40 }, () => commit("greedy", fails).catch(passes));
  await Promise.all(EVERYONE.map((user) => commit(user, addOne(user))));
  await Promise.all(failing);
  expect(transactions()).toBeLessThan(8);
});

test("a person's writes keep their order, also around one that is large and one that fails", async () => {
  const { rows, commit } = aStore();
  const order: string[] = [];
  const step = (name: string) => async (tx: Transaction) => {
    tx.put("last", name);
    order.push(name);
  };
  await Promise.all([
    commit("ada", step("1")),
    commit("ada", step("2"), { isLarge: true }),
    commit("ada", fails).catch(passes),
    commit("ada", step("3")),
    ...EVERYONE.map((user) => commit(user, addOne(user))),
  ]);
  expect([...new Set(order)]).toEqual(["1", "2", "3"]);
  expect((await rows.get("last"))?.value).toBe("3");
});

test("turns go round: the second write of one waits for the first of all others", async () => {
  const { commit } = aStore({ atOnce: 1 });
  const order: string[] = [];
  const done = (user: string) => commit(user, async () => void order.push(user), { isLarge: true });
  await Promise.all([done("ada"), done("ada"), done("ada"), done("bob"), done("carl")]);
  expect(order).toEqual(["ada", "bob", "carl", "ada", "ada"]);
});
