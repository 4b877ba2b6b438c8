import { beforeEach, expect, test } from "@jest/globals";
import { z } from "zod";
import { aProcess, type Task, tasks } from "./a-collection.ts";
import { watchedStore } from "./watched-store.ts";

const KB = 1_024;
const sized = (count: number, bytes: number): Task[] => tasks(count, "x".repeat(bytes));
const Row = z.object({ elements: z.array(z.unknown()) });

let store: ReturnType<typeof watchedStore>;
let process: ReturnType<typeof aProcess>;
beforeEach(() => {
  store = watchedStore();
  process = aProcess(store);
});

const chunkRows = () =>
  [...store.rows()].flatMap(([key, { value }]) => (key === "tasks:ada" ? [] : [Row.parse(value)]));
const sizes = () =>
  chunkRows().map(({ elements }) => [elements.length, JSON.stringify(elements).length] as const);
const expectBoundedChunks = () => {
  for (const [count, bytes] of sizes()) {
    expect(count).toBeLessThanOrEqual(64);
    if (count > 1) expect(bytes).toBeLessThanOrEqual(32 * KB + 100);
  }
};

test("chunks of small elements hold 64, of large ones about 32 KB", async () => {
  await process.put(...sized(130, 100));
  expect(sizes().map(([count]) => count)).toEqual([64, 64, 2]);
  await process.eraseAll();
  await process.put(...sized(10, 13 * KB));
  expect(sizes().map(([count]) => count)).toEqual([2, 2, 2, 2, 2]);
});

test("chunks are counted in bytes, not in characters", async () => {
  await process.put(...tasks(10, "日".repeat(4 * KB)));
  expect(sizes().map(([count]) => count)).toEqual([2, 2, 2, 2, 2]);
});

test("an element that is larger than a chunk should be has one of its own", async () => {
  const [huge, ...small] = sized(4, 10);
  await process.put({ id: huge?.id ?? "", title: "x".repeat(50 * KB) }, ...small);
  expect(sizes().map(([count]) => count)).toEqual([1, 3]);
});

test("an element that grows moves out of a chunk that has no room for it", async () => {
  await process.put(...sized(64, 400));
  for (let n = 0; n < 20; n += 1) {
    const cost = await store.costOf(() => process.put({ id: `t${n}`, title: "y".repeat(10 * KB) }));
    expect(cost.keysWritten).toBeLessThanOrEqual(3);
    expectBoundedChunks();
  }
  expect((await aProcess(store).all()).size).toBe(64);
});

test("an element that stays about as large stays where it is", async () => {
  await process.put(...sized(640, 400));
  const cost = await store.costOf(() => process.put({ id: "t70", title: "y".repeat(400) }));
  expect(cost.keysWritten).toBe(2);
});

test("an element that shrinks or leaves makes room", async () => {
  await process.put(...sized(64, 480));
  for (let n = 0; n < 20; n += 1) await process.put({ id: "t7", title: `${n}`.padEnd(480, "x") });
  expect(chunkRows()).toHaveLength(1);
  await process.remove("t7");
  await process.put({ id: "new", title: "x".repeat(480) });
  expect(chunkRows()).toHaveLength(1);
});

test("a hundred changes all over a list of large elements fit into one transaction", async () => {
  const all = sized(3_100, 1_000);
  for (let from = 0; from < all.length; from += 500)
    await process.put(...all.slice(from, from + 500));
  const scattered = all.filter((_, n) => n % 31 === 0);
  const cost = await store.costOf(() => process.put(...scattered));
  expect(cost.keysWritten).toBeGreaterThanOrEqual(100);
});

test("a chunk that is emptied has no row any more, and is used again", async () => {
  await process.put(...sized(192, 10));
  await process.remove(...tasks(128).map(({ id }) => id));
  expect(chunkRows()).toHaveLength(1);
  await process.put(...sized(128, 10));
  expect(chunkRows()).toHaveLength(3);
  expect((await aProcess(store).all()).size).toBe(192);
});

test("new elements fill the room that removed ones left", async () => {
  await process.put(...tasks(128));
  await process.remove("t10");
  await process.put({ id: "new", title: "x" });
  expect(chunkRows()).toHaveLength(2);
});

test("new elements go where the transaction writes anyway", async () => {
  await process.put(...tasks(256));
  await process.remove("t1", "t130", "t131");
  const cost = await store.costOf(() =>
    process.put({ id: "t132", title: "changed" }, { id: "new", title: "x" }),
  );
  expect(cost.keysWritten).toBe(2);
});

test("a list that is emptied one by one goes on counting", async () => {
  await process.put(...tasks(2));
  await process.remove("t0");
  await process.remove("t1");
  expect([...store.rows().keys()]).toEqual(["tasks:ada"]);
  await process.put(...tasks(1));
  expect((await aProcess(store).read("ada")).version).toBe(4);
});

test("a draft that puts and takes away the same writes no row for it", async () => {
  await process.changeOf((changes) => {
    changes.put({ id: "a", title: "x" });
    changes.remove("a");
  });
  expect(store.rows().size).toBe(0);
});
