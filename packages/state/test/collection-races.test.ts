import { beforeEach, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { array, assert, asyncProperty, nat, record, string } from "fast-check";
import { atomically, createCollection } from "../src/index.ts";
import { aProcess, Task, tasks } from "./a-collection.ts";
import { watchedStore } from "./watched-store.ts";

let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore();
});

test("a lost race runs again on what the other wrote, and nothing is lost", async () => {
  const [here, there] = [aProcess(store), aProcess(store)];
  await here.put({ id: "a", title: "1" });
  store.meddle(async (commit) => {
    await there.put({ id: "b", title: "there" });
    await commit();
  });
  await here.put({ id: "c", title: "here" });
  const all = ["a:1", "b:there", "c:here"];
  expect(await here.titles()).toEqual(all);
  expect(await there.titles()).toEqual(all);
});

test("many writers at once all get through", async () => {
  const processes = [aProcess(store), aProcess(store), aProcess(store)];
  const ids = Array.from({ length: 12 }, (_, n) => `w${n}`);
  await Promise.all(
    ids.map((id, n) => (processes[n % 3] ?? aProcess(store)).put({ id, title: "x" })),
  );
  for (const process of processes)
    expect([...(await process.read("ada")).elements.keys()].toSorted()).toEqual(ids.toSorted());
});

test("a change whose fate is unknown is looked up, not guessed", async () => {
  const process = aProcess(store);
  await process.put({ id: "a", title: "1" });
  store.meddle(async (commit) => {
    await commit();
    throw new AppError("unavailable", "the answer was lost");
  });
  await expect(process.put({ id: "a", title: "2" })).rejects.toMatchObject({
    kind: "unavailable",
  });
  expect(await process.titles()).toEqual(["a:2"]);
});

test("chunks that change while they are read are read again, so that a read is of one moment", async () => {
  const there = aProcess(store);
  await there.put(...tasks(128, "old"));
  const torn = aProcess(store);
  let interruptions = 1;
  const interrupted = createCollection({
    name: "tasks",
    schema: Task,
    keyOfElement: ({ id }) => id,
    store: {
      ...store,
      getMany: async (keys) => {
        if (keys.length > 1 && interruptions-- > 0)
          await there.put({ id: "t0", title: "new" }, { id: "t127", title: "new" });
        return store.getMany(keys);
      },
    },
  });
  const { elements, version } = await interrupted.read("ada");
  expect(elements).toEqual((await torn.read("ada")).elements);
  expect(version).toBe(2);
});

test("memory is not believed when the store was wiped and begins anew", async () => {
  const process = aProcess(store);
  await process.put({ id: "a", title: "1" });
  await process.put({ id: "a", title: "2" });
  await process.read("ada");
  const keys = [...store.rows().keys()];
  await store.elsewhere.transact(keys.map((key) => ({ delete: key })));
  await aProcess(store).put({ id: "z", title: "anew" });
  expect(await process.titles()).toEqual(["z:anew"]);
});

test("a collection is what a plain map would be, whoever changes it in which order", async () => {
  const step = record({
    by: nat(1),
    put: array(record({ id: nat(150).map(String), title: string() }), {
      maxLength: 90,
    }),
    remove: array(nat(150).map(String), { maxLength: 10 }),
  });
  await assert(
    asyncProperty(array(step, { maxLength: 12 }), async (steps) => {
      store = watchedStore();
      const processes = [aProcess(store), aProcess(store, { cache: { maxElements: 60 } })];
      const model = new Map<string, Task>();
      for (const { by, put, remove } of steps) {
        await atomically(store, async (tx) => {
          const changes = await processes[by]?.change(tx, "ada");
          for (const element of put) changes?.put(element);
          for (const id of remove) changes?.remove(id);
        });
        for (const element of put) model.set(element.id, element);
        for (const id of remove) model.delete(id);
        for (const process of processes)
          expect(new Map((await process.read("ada")).elements)).toEqual(model);
      }
    }),
    { numRuns: 30 },
  );
});
