import { beforeEach, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import type { Elements } from "../src/index.ts";
import { aProcess, type Task, tasks } from "./a-collection.ts";
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

test("twenty writers at once, in two processes, all get through", async () => {
  const processes = [aProcess(store), aProcess(store)];
  const ids = Array.from({ length: 20 }, (_, n) => `w${n}`);
  await Promise.all(
    ids.map((id, n) => (processes[n % 2] ?? aProcess(store)).put({ id, title: "x" })),
  );
  for (const process of processes)
    expect([...(await process.all()).keys()].toSorted()).toEqual(ids.toSorted());
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

/** A process that is interrupted when it has read the first chunks of a list of more. */
function interruptedProcess(interruption: () => Promise<unknown>) {
  let lots = 0;
  return aProcess({
    ...store,
    getMany: async (keys) => {
      if (keys.length > 1) lots += 1;
      if (lots === 2 && keys.length > 1) await interruption();
      return store.getMany(keys);
    },
  });
}
const titlesOf = ({ get }: Pick<Elements<Task>, "get">) => [get("t0")?.title, get("t639")?.title];

test("chunks that change while they are read are read again, so that a read is of one moment", async () => {
  const there = aProcess(store);
  await there.put(...tasks(640, "old"));
  const process = interruptedProcess(() =>
    there.put({ id: "t0", title: "new" }, { id: "t639", title: "new" }),
  );
  const cost = await store.costOf(async () => {
    const found = await process.read("ada");
    expect([found.version, ...titlesOf(found)]).toEqual([2, "new", "new"]);
  });
  // What was not yet old when it came is not asked for again: three heads, ten chunks, and one of them anew.
  expect(cost.keysRead).toBe(3 + 10 + 1);
});

test("chunks that change while they are read are never shown to a change, which may decide on them", async () => {
  const there = aProcess(store);
  await there.put(...tasks(640, "old"));
  const process = interruptedProcess(() =>
    there.put({ id: "t0", title: "new" }, { id: "t639", title: "new" }),
  );
  expect(await process.changeOf(titlesOf)).toEqual(["new", "new"]);
});

test("a change that was refused is not remembered", async () => {
  const process = aProcess(store);
  await process.put(...tasks(100));
  store.meddle(async () => {
    throw new AppError("invalid", "as the test says");
  });
  await expect(process.put({ id: "t0", title: "new" })).rejects.toMatchObject({ kind: "invalid" });
  const cost = await store.costOf(async () =>
    expect((await process.all()).get("t0")?.title).toBe("x"),
  );
  expect(cost.keysRead).toBe(1);
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

test("memory is not believed when the store was restored and went another way", async () => {
  const [here, there] = [aProcess(store), aProcess(store)];
  await here.put(...tasks(100, "1"));
  const backup = [...store.rows()];
  for (const title of ["2", "3"]) await here.put({ id: "t0", title });
  await store.elsewhere.transact(backup.map(([key, { value }]) => ({ put: key, value })));
  for (const title of ["B", "C"]) await there.put({ id: "t0", title });
  const read = await here.read("ada");
  expect([read.version, read.get("t0")?.title]).toEqual([3, "C"]);
});

test("what was read earlier and arrives later does not push out of memory what is newer", async () => {
  const there = aProcess(store);
  await there.put(...tasks(100, "old"));
  const slow = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  let isFirst = true;
  const here = aProcess({
    ...store,
    getMany: async (keys) => {
      const found = await store.getMany(keys);
      if (isFirst && keys.includes("tasks:ada:0")) {
        isFirst = false;
        asked.resolve();
        await slow.promise;
      }
      return found;
    },
  });
  const early = here.read("ada");
  await asked.promise;
  await there.put({ id: "t99", title: "new" });
  await here.read("ada");
  slow.resolve();
  await early;
  const cost = await store.costOf(async () =>
    expect((await here.read("ada")).get("t99")?.title).toBe("new"),
  );
  expect(cost.keysRead).toBe(1);
});
