import { expect, test } from "@jest/globals";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";
import { gatheredReads } from "../src/index.ts";

async function aStore() {
  const inner = inMemoryStateStore();
  await inner.transact([
    { put: "a", value: 1 },
    { put: "b", value: 2 },
  ]);
  const calls: (readonly string[])[] = [];
  const store = gatheredReads({
    ...inner,
    getMany: async (keys) => {
      calls.push(keys);
      return inner.getMany(keys);
    },
  });
  return { inner, store, calls };
}

test("a hundred reads at once are a few calls, and each gets what it asked for and no more", async () => {
  const { store, calls } = await aStore();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) => store.getMany(["a", `missing ${at}`])),
  );
  expect(answers.map((found) => [...found.keys()])).toEqual(answers.map(() => ["a"]));
  expect((await store.get("b"))?.value).toBe(2);
  expect(calls.length).toBeLessThan(10);
});

test("a read that is refused fails alone; a store that is away fails all", async () => {
  const { inner, store } = await aStore();
  const reads = ["a", "b", "a||b", "a", "b", "a"].map((key) => store.get(key));
  const results = await Promise.allSettled(reads);
  expect(results.map(({ status }) => status === "fulfilled")).toEqual([
    true,
    true,
    false,
    true,
    true,
    true,
  ]);
  inner.setAway(true);
  await expect(store.get("a")).rejects.toMatchObject({ kind: "unavailable" });
});

test("a large read is nobody's company: what is small does not wait for it", async () => {
  const { store, calls } = await aStore();
  const many = Array.from({ length: 100 }, (_, at) => `page ${at}`);
  await Promise.all([
    ...Array.from({ length: 20 }, () => store.getMany(many)),
    ...Array.from({ length: 20 }, () => store.getMany(["a"])),
  ]);
  expect(calls.every((keys) => keys.length === 1 || keys.length === 100)).toBe(true);
});
