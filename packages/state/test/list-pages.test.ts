import { beforeEach, expect, test } from "@jest/globals";
import type { StateStore } from "@todo-mesh/ports";
import { atomically, keepLast, readPage } from "../src/index.ts";
import { addTo, messages, textsOf } from "./said-list.ts";
import { watchedStore } from "./watched-store.ts";

let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore();
});
const add = (...texts: string[]) => addTo(store, ...texts);

const pages = async (limit: number, between: () => Promise<unknown>) => {
  const found: string[][] = [];
  let before: number | undefined;
  do {
    const page = await readPage(store, messages, { limit, before });
    found.push(textsOf(page.entries));
    before = page.next;
    await between();
  } while (before !== undefined);
  return found;
};

test("pages, the newest first, show each element once while the list grows", async () => {
  await add("a", "b", "c", "d", "e");
  expect(await pages(2, () => add("new"))).toEqual([["4:e", "3:d"], ["2:c", "1:b"], ["0:a"]]);
});

test("pages, the newest first, end where the oldest were dropped", async () => {
  await add("a", "b", "c", "d", "e");
  expect(await pages(2, () => atomically(store, (tx) => keepLast(tx, messages, 4)))).toEqual([
    ["4:e", "3:d"],
    ["2:c", "1:b"],
  ]);
});

test("a page of what was dropped in between is empty and the last", async () => {
  await add("a", "b", "c", "d", "e");
  const { next } = await readPage(store, messages, { limit: 2 });
  await atomically(store, (tx) => keepLast(tx, messages, 1));
  expect(await readPage(store, messages, { limit: 2, before: next })).toEqual({ entries: [] });
});

test("pages, the newest first, leave out what is dropped while they are read", async () => {
  await add("a", "b", "c", "d", "e");
  let isFirst = true;
  const interrupted: StateStore = {
    ...store,
    getMany: async (keys) => {
      const found = await store.getMany(keys);
      if (isFirst) {
        isFirst = false;
        await atomically(store, (tx) => keepLast(tx, messages, 3));
      }
      return found;
    },
  };
  const page = await readPage(interrupted, messages, { limit: 4 });
  expect(textsOf(page.entries)).toEqual(["4:e", "3:d", "2:c"]);
  expect(await readPage(store, messages, { limit: 4, before: page.next })).toEqual({ entries: [] });
});

test("a last page that is just full says that it is the last", async () => {
  await add("a", "b");
  expect((await readPage(store, messages, { limit: 2 })).next).toBeUndefined();
});
