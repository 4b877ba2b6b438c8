import { beforeEach, expect, test } from "@jest/globals";
import { atomically } from "../src/index.ts";
import { allOf, aProcess, tasks } from "./a-collection.ts";
import { watchedStore } from "./watched-store.ts";

let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore();
});

test("a collection of nobody is empty, at version 0", async () => {
  const { version, parts } = await aProcess(store).read("ada");
  expect([version, parts]).toEqual([0, []]);
});

test("a collection gives back what was put, changed and removed, in this and in another process", async () => {
  const [here, there] = [aProcess(store), aProcess(store)];
  await here.put({ id: "a", title: "1" }, { id: "b", title: "2" });
  expect(await there.titles()).toEqual(["a:1", "b:2"]);
  await there.put({ id: "a", title: "one" });
  expect(await there.remove("b", "b")).toEqual([true, false]);
  for (const process of [here, there, aProcess(store)])
    expect(await process.titles()).toEqual(["a:one"]);
  expect((await here.read("ada")).version).toBe(3);
});

test("a collection keeps the owners apart", async () => {
  const process = aProcess(store);
  await process.put({ id: "a", title: "1" });
  expect(await process.titles("bob")).toEqual([]);
});

test("several changes in one transaction are one draft, seen as it stands", async () => {
  const process = aProcess(store);
  await process.put(...tasks(70));
  await atomically(store, async (tx) => {
    const changes = await process.change(tx, "ada");
    changes.put({ id: "t3", title: "three" });
    changes.remove("t69");
    const again = await process.change(tx, "ada");
    expect(again.get("t3")?.title).toBe("three");
    expect(again.get("t69")).toBeUndefined();
    expect(allOf(again).size).toBe(69);
    expect(again.version).toBe(1);
  });
  expect((await process.read("ada")).get("t3")?.title).toBe("three");
  expect((await process.read("ada")).version).toBe(2);
});

test("a draft that changes nothing writes nothing", async () => {
  const process = aProcess(store);
  await process.put(...tasks(3));
  expect((await store.costOf(() => process.remove("none"))).transactions).toBe(0);
});

test("a collection refuses more than the most there can be, and says so; a change still goes", async () => {
  const process = aProcess(store, { maxElements: 100 });
  await process.put(...tasks(100));
  const oneMore = process.put({ id: "more", title: "x" });
  await expect(oneMore).rejects.toMatchObject({ kind: "invalid", message: /100/ });
  await process.put({ id: "t5", title: "changed" });
  await process.remove("t0");
  await process.put({ id: "more", title: "fits now" });
  expect((await process.all()).size).toBe(100);
});

test("a read while nothing changed costs the head alone", async () => {
  const process = aProcess(store);
  await process.put(...tasks(1_000));
  const first = await process.read("ada");
  const cost = await store.costOf(async () => expect(await process.read("ada")).toBe(first));
  expect(cost).toMatchObject({ reads: 1, keysRead: 1 });
});

test("a change reads the head, writes it and one chunk, and the next read needs no chunk", async () => {
  const process = aProcess(store);
  await process.put(...tasks(1_000));
  const change = await store.costOf(() => process.put({ id: "t500", title: "new" }));
  expect(change).toEqual({ reads: 1, keysRead: 1, transactions: 1, keysWritten: 2 });
  const read = await store.costOf(() => process.read("ada"));
  expect(read.keysRead).toBe(1);
});

test("a change made elsewhere costs the next read the head and the one chunk", async () => {
  const [here, there] = [aProcess(store), aProcess(store)];
  await here.put(...tasks(1_000));
  await there.put({ id: "t500", title: "new" });
  const read = await store.costOf(() => here.read("ada"));
  expect(read).toMatchObject({ reads: 2, keysRead: 2 });
});

test("the first load of 10 000 is a handful of bulk reads", async () => {
  await aProcess(store).put(...tasks(10_000));
  const process = aProcess(store);
  const cost = await store.costOf(async () => expect((await process.all()).size).toBe(10_000));
  expect(cost).toMatchObject({ reads: 21, keysRead: 158 });
});

test("many who ask at once for a list that is not in memory load it once", async () => {
  await aProcess(store).put(...tasks(1_000));
  const process = aProcess(store);
  const cost = await store.costOf(() =>
    Promise.all(Array.from({ length: 20 }, () => process.read("ada"))),
  );
  expect(cost.keysRead).toBe(20 + 16);
});

test("a list stored before revisions were random is read, changed and erased", async () => {
  const [first, second] = [tasks(64, "old"), [{ id: "z", title: "old" }]];
  await store.elsewhere.transact([
    {
      put: "tasks:ada",
      value: {
        version: 7,
        chunks: [
          [5, 64],
          [7, 1],
          [6, 0],
        ],
      },
    },
    { put: "tasks:ada:0", value: { rev: 5, elements: first } },
    { put: "tasks:ada:1", value: { rev: 7, elements: second } },
    { put: "tasks:ada:2", value: { rev: 6, elements: [] } },
  ]);
  const [here, there] = [aProcess(store), aProcess(store)];
  expect((await here.read("ada")).version).toBe(7);
  expect((await there.all()).size).toBe(65);
  await there.put({ id: "z", title: "new" });
  const cost = await store.costOf(async () =>
    expect((await here.read("ada")).get("z")?.title).toBe("new"),
  );
  expect(cost.keysRead).toBe(2);
  await there.put({ id: "y", title: "new" });
  expect((await here.read("ada")).version).toBe(9);
  await here.eraseAll();
  expect(store.rows().size).toBe(0);
});

test("memory is bounded in bytes: the longest unused owner is loaded again", async () => {
  const process = aProcess(store, { cache: { maxBytes: 25_000 } });
  for (const owner of ["ada", "bob", "eve"])
    await process.putFor(owner, ...tasks(10, "x".repeat(1_000)));
  expect((await store.costOf(() => process.read("eve"))).reads).toBe(1);
  expect((await store.costOf(() => process.read("ada"))).reads).toBe(2);
});
