import { beforeEach, expect, test } from "@jest/globals";
import { array, assert, asyncProperty, nat, oneof, record, string } from "fast-check";
import {
  append,
  atomically,
  erase,
  headOf,
  keepLast,
  readLast,
  readPage,
  readRange,
  replace,
  takeOut,
  trim,
} from "../src/index.ts";
import { addTo, messages, said, textsOf } from "./said-list.ts";
import { watchedStore } from "./watched-store.ts";

const many = (count: number) => Array.from({ length: count }, (_, n) => ({ text: `m${n}` }));

let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore();
});
const add = (...texts: string[]) => addTo(store, ...texts);

test("a list numbers what is appended, and gives back the last of it, the oldest first", async () => {
  expect(await add("a", "b")).toBe(0);
  expect(await add("c")).toBe(2);
  expect(textsOf(await readLast(store, messages, 2))).toEqual(["1:b", "2:c"]);
  expect(await headOf(store, messages)).toEqual({ first: 0, next: 3 });
});

test("a list that was never written to is empty", async () => {
  expect(await readLast(store, messages, 10)).toEqual([]);
  expect(await readPage(store, messages, { limit: 10 })).toEqual({ entries: [] });
  expect(await headOf(store, messages)).toEqual({ first: 0, next: 0 });
});

test("a list shows inside a transaction what was just appended there", async () => {
  await add("a");
  const seen = await atomically(store, async (tx) => {
    await append(tx, messages, said("b"));
    await append(tx, messages, said("c"));
    return readLast(tx, messages, 5);
  });
  expect(textsOf(seen)).toEqual(["0:a", "1:b", "2:c"]);
});

test("a list keeps every element when two append at once", async () => {
  await Promise.all(["a", "b", "c", "d"].map((text) => add(text)));
  const all = await readLast(store, messages, 10);
  expect(all.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
  expect(all.map(({ element }) => element.text).toSorted()).toEqual(["a", "b", "c", "d"]);
});

test("a list costs the same to append to and to read from, however long it is", async () => {
  const costs = async () => [
    await store.costOf(() => add("x")),
    await store.costOf(() => readLast(store, messages, 50)),
  ];
  await atomically(store, (tx) => append(tx, messages, many(60)));
  const short = await costs();
  for (let i = 0; i < 20; i += 1) await atomically(store, (tx) => append(tx, messages, many(50)));
  expect(await costs()).toEqual(short);
});

test("a list replaces an element by its number, and says when there is none", async () => {
  await add("a", "b");
  await atomically(store, (tx) => replace(tx, messages, 1, { text: "B" }));
  expect(textsOf(await readRange(store, messages, { from: 0, to: 9 }))).toEqual(["0:a", "1:B"]);
  const missing = atomically(store, (tx) => replace(tx, messages, 7, { text: "x" }));
  await expect(missing).rejects.toMatchObject({ kind: "not-found" });
});

test("a list an empty range is empty, and asks nothing", async () => {
  const cost = await store.costOf(() => readRange(store, messages, { from: 5, to: 5 }));
  expect(cost.reads).toBe(0);
});

test("dropping the oldest keeps the newest in the transaction that appends", async () => {
  for (const text of ["a", "b", "c", "d"])
    await atomically(store, async (tx) => {
      await append(tx, messages, said(text));
      await keepLast(tx, messages, 2);
    });
  expect(textsOf(await readLast(store, messages, 10))).toEqual(["2:c", "3:d"]);
  expect(store.rows().size).toBe(3);
});

test("dropping the oldest drops at most 100 in one transaction, and says how many are left", async () => {
  await atomically(store, (tx) => append(tx, messages, many(250)));
  const left = [];
  for (let i = 0; i < 4; i += 1)
    left.push(await atomically(store, (tx) => trim(tx, messages, 240)));
  expect(left).toEqual([140, 40, 0, 0]);
  expect(await headOf(store, messages)).toEqual({ first: 240, next: 250 });
});

test("dropping the oldest costs one row beside an append, however long the list is", async () => {
  for (let from = 0; from < 10_000; from += 1_000)
    await atomically(store, (tx) => append(tx, messages, many(1_000)));
  const cost = await store.costOf(() =>
    atomically(store, async (tx) => {
      await append(tx, messages, said("new"));
      await keepLast(tx, messages, 10_000);
    }),
  );
  // The element, the head, and the oldest that goes.
  expect(cost).toEqual({ reads: 1, keysRead: 1, transactions: 1, keysWritten: 3 });
  expect(await headOf(store, messages)).toEqual({ first: 1, next: 10_001 });
});

test("dropping the oldest a whole list is erased step by step, until nothing is stored of it", async () => {
  await atomically(store, (tx) => append(tx, messages, many(150)));
  const eraseSome = () => atomically(store, (tx) => erase(tx, messages));
  expect([await eraseSome(), await eraseSome()]).toEqual([false, true]);
  expect(store.rows().size).toBe(0);
  expect(await eraseSome()).toBe(true);
});

test("dropping the oldest leaves exactly what a plain array would have, whatever is done in which order", async () => {
  const step = oneof(
    record({ append: array(string(), { maxLength: 5 }) }),
    record({ keep: nat(8) }),
  );
  await assert(
    asyncProperty(array(step, { maxLength: 25 }), async (steps) => {
      const fresh = watchedStore();
      let model: string[] = [];
      for (const one of steps)
        await atomically(fresh, async (tx) => {
          if ("append" in one) await append(tx, messages, said(...one.append));
          else await keepLast(tx, messages, one.keep);
          model =
            "append" in one ? [...model, ...one.append] : model.slice(-one.keep || model.length);
        });
      const all = await readLast(fresh, messages, 1_000);
      expect(all.map(({ element }) => element.text)).toEqual(model);
    }),
    { numRuns: 50 },
  );
});

test("an element is taken out near the beginning, and the others keep their order without a gap", async () => {
  await add("a", "b", "c", "d", "e");
  const take = (n: number) => atomically(store, (tx) => takeOut(tx, messages, n));
  await take(2);
  expect(textsOf(await readLast(store, messages, 9))).toEqual(["1:a", "2:b", "3:d", "4:e"]);
  expect(await headOf(store, messages)).toEqual({ first: 1, next: 5 });
  await take(1);
  expect(textsOf(await readLast(store, messages, 9))).toEqual(["2:b", "3:d", "4:e"]);
  for (const n of [1, 5]) await expect(take(n)).rejects.toMatchObject({ kind: "not-found" });
  expect(await store.get("chat:ada:1")).toBeUndefined();
});

test("an element far from the beginning is taken out a hundred places at a time, and the list is whole in between", async () => {
  await add(...many(250).map(({ text }) => text));
  const take = (n: number) => atomically(store, (tx) => takeOut(tx, messages, n));
  const all = async () => (await readLast(store, messages, 300)).map(({ element }) => element.text);
  const others = many(250).flatMap(({ text }) => (text === "m230" ? [] : text));
  const found: (number | undefined)[] = [];
  for (let at: number | undefined = 230; at !== undefined;) {
    at = await take(at);
    found.push(at);
    const left = await all();
    expect(left.filter((text) => text !== "m230")).toEqual(others);
    expect(left.indexOf("m230")).toBe(at ?? -1);
  }
  expect(found).toEqual([130, 30, undefined]);
  expect(await headOf(store, messages)).toEqual({ first: 1, next: 250 });
});
