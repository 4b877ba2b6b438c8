import { beforeEach, expect, test } from "@jest/globals";
import { atomically, listPage, placeBefore, readLast } from "../src/index.ts";
import { addTo, messages, said, textsOf } from "./said-list.ts";
import { watchedStore } from "./watched-store.ts";

let store: ReturnType<typeof watchedStore>;
beforeEach(() => {
  store = watchedStore();
});
const add = (...texts: string[]) => addTo(store, ...texts);

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
