import { beforeEach, expect, test } from "@jest/globals";
import { settableClock } from "@todo-mesh/ports/testing";
import { atomically, seenBefore } from "../src/index.ts";
import { watchedStore } from "./watched-store.ts";

const clock = settableClock("2026-11-22T09:00:00Z");
let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore(clock);
});
const look = (...ids: string[]) =>
  atomically(store, async (tx) => [...(await seenBefore(tx, ids, { ttlSeconds: 60 }))]);

test("an id is new once, then seen", async () => {
  expect(await look("e1", "e2")).toEqual([]);
  expect(await look("e2", "e3", "e1")).toEqual(["e2", "e1"]);
  expect(await look("e3")).toEqual(["e3"]);
});

test("a mark is forgotten when its time is over", async () => {
  await look("e1");
  clock.advance(61_000);
  expect(await look("e1")).toEqual([]);
});

test("a mark rides with its effect: a transaction that fails leaves none", async () => {
  const failing = atomically(store, async (tx) => {
    await seenBefore(tx, ["e1"]);
    throw new Error("no effect");
  });
  await expect(failing).rejects.toThrow("no effect");
  expect(await look("e1")).toEqual([]);
});

test("of two who bring the same event at once, one has the effect", async () => {
  let effects = 0;
  const take = () =>
    atomically(store, async (tx) => {
      const isNew = !(await seenBefore(tx, ["e1"])).has("e1");
      tx.atEnd((outcome) => void (effects += isNew && outcome === "committed" ? 1 : 0));
    });
  await Promise.all([take(), take(), take()]);
  expect(effects).toBe(1);
});

test("ids may be long and odd; no two share a mark", async () => {
  const long = "日".repeat(200);
  expect(await look(long, `${long}!`, "a:b", "a%3Ab")).toEqual([]);
  expect(await look(`${long}?`, "a", "b")).toEqual([]);
  expect(await look(long, "a%3Ab")).toEqual([long, "a%3Ab"]);
});
