import { beforeEach, expect, test } from "@jest/globals";
import { z } from "zod";
import {
  append,
  atomically,
  keyOf,
  listOf,
  listPage,
  placeBefore,
  readLast,
} from "../src/index.ts";
import { watchedStore } from "./watched-store.ts";

const messages = listOf(keyOf("chat", "ada"), z.object({ text: z.string() }));

let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore();
});
const said = (...texts: string[]) => texts.map((text) => ({ text }));
const add = (...texts: string[]) => atomically(store, (tx) => append(tx, messages, said(...texts)));
const textsOf = (entries: { n: number; element: { text: string } }[]) =>
  entries.map(({ n, element }) => `${n}:${element.text}`);

test("what is put before an element takes the place of all that stood there, and pages lead through it", async () => {
  await add("a", "b", "c");
  const put = (n: number, ...texts: string[]) =>
    atomically(store, (tx) => placeBefore(tx, messages, n, said(...texts)));
  await put(2, "x", "y", "z");
  expect(textsOf(await readLast(store, messages, 9))).toEqual(["-1:x", "0:y", "1:z", "2:c"]);
  await put(2, "w");
  expect(textsOf(await readLast(store, messages, 9))).toEqual(["1:w", "2:c"]);
  expect(await store.get("chat:ada:-1")).toBeUndefined();
  await put(1, "t", "u", "v");
  await add("d");
  const first = await listPage(store, messages, { limit: 3 });
  const cursor = first.next_cursor;
  const last = await listPage(store, messages, { limit: 200, cursor });
  expect([...first.items, ...last.items].map(({ text }) => text)).toEqual([
    "d",
    "c",
    "w",
    "v",
    "u",
    "t",
  ]);
  expect(cursor).toBe("1");
  const inTheMidst = await listPage(store, messages, { limit: 1, cursor: "-1" });
  expect(inTheMidst.items).toEqual(said("t"));
});
