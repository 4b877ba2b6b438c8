import { beforeEach, expect, test } from "@jest/globals";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { atomically } from "../src/index.ts";
import { aProcess, tasks } from "./a-collection.ts";
import { watchedStore } from "./watched-store.ts";

setFlagsFromString("--expose-gc");
const gc: () => void = runInNewContext("gc");
// What a WeakRef was made of, or gave, lives to the end of the turn.
const collectGarbage = () => new Promise<void>((resolve) => void setImmediate(() => resolve(gc())));

let store: ReturnType<typeof watchedStore>;
let here: ReturnType<typeof aProcess>;
let there: ReturnType<typeof aProcess>;
beforeEach(() => {
  store = watchedStore();
  [here, there] = [aProcess(store), aProcess(store)];
});

test("an erased list leaves no row behind, and the owner has nothing", async () => {
  await here.put(...tasks(200));
  expect(await here.eraseSome()).toBe(true);
  expect(store.rows().size).toBe(0);
  for (const process of [here, there]) {
    expect((await process.read("ada")).version).toBe(0);
    expect(await process.all()).toEqual(new Map());
  }
  expect(await here.eraseSome()).toBe(true);
});

test("a large list is erased step by step; in between there is less of it", async () => {
  await here.put(...tasks(15_000));
  await there.read("ada");
  const steps = [];
  for (let step = 0; step < 3; step += 1) {
    steps.push(await here.eraseSome());
    expect((await there.all()).size).toBe([8_600, 2_200, 0][step]);
  }
  expect(steps).toEqual([false, false, true]);
  expect(store.rows().size).toBe(0);
});

test("an owner begins again at version 1, and no process takes what it remembers for it", async () => {
  for (const title of ["1", "2", "3"]) await here.put(...tasks(100, title));
  await there.read("ada");
  await here.eraseAll();
  for (const title of ["1", "2", "4"]) await here.put({ id: "t0", title });
  expect(await there.titles()).toEqual(["t0:4"]);
  expect((await there.read("ada")).version).toBe(3);
});

test("a change that began before the erase does not bring back what was erased", async () => {
  await here.put(...tasks(100));
  await there.read("ada");
  store.meddle(async (commit) => {
    await there.eraseAll();
    await there.put({ id: "anew", title: "x" });
    await commit();
  });
  await here.put({ id: "t1", title: "late" });
  for (const process of [here, there])
    expect(await process.titles()).toEqual(["anew:x", "t1:late"]);
});

test("an erase whose fate is unknown is looked up, not guessed", async () => {
  await here.put(...tasks(3));
  const held = store.holdNext(new Error("the answer was lost"));
  await expect(here.eraseSome()).rejects.toThrow("the answer was lost");
  expect((await here.all()).size).toBe(3);
  await held.arrive();
  expect((await here.all()).size).toBe(0);
});

test("what a transaction erased it may begin again", async () => {
  await here.put(...tasks(100));
  await atomically(store, async (tx) => {
    await here.erase(tx, "ada");
    (await here.change(tx, "ada")).put({ id: "anew", title: "x" });
  });
  for (const process of [here, there]) expect(await process.titles()).toEqual(["anew:x"]);
  expect(store.rows().size).toBe(2);
});

test("what a transaction changes it cannot erase, for it would come back", async () => {
  await here.put(...tasks(3));
  const both = atomically(store, async (tx) => {
    (await here.change(tx, "ada")).put({ id: "a", title: "x" });
    await here.erase(tx, "ada");
  });
  await expect(both).rejects.toMatchObject({ kind: "bug" });
  expect((await there.all()).size).toBe(3);
});

test("what was erased is not kept in memory either", async () => {
  await here.put(...tasks(100));
  const remembered = new WeakRef(await here.read("ada"));
  await here.eraseAll();
  await collectGarbage();
  expect(remembered.deref()).toBeUndefined();
});

test("erasing keeps the owners apart", async () => {
  await here.put(...tasks(3));
  await here.putFor("bob", { id: "b", title: "bob's" });
  await here.eraseAll();
  expect(await there.titles("bob")).toEqual(["b:bob's"]);
});
