import { beforeEach, expect, test } from "@jest/globals";
import { settableClock } from "@todo-mesh/ports/testing";
import { answerOnce, atomically } from "../src/index.ts";
import { watchedStore } from "./watched-store.ts";

const clock = settableClock("2026-11-22T09:00:00Z");
let store: ReturnType<typeof watchedStore>;
let done: number;
beforeEach(() => {
  store = watchedStore(clock);
  done = 0;
});

const work = async () => {
  done += 1;
  return { id: done, z: 1, a: { y: [1, null], b: "ü" }, no: undefined };
};
const ask = (key?: string, fingerprint = "f", scope = "ada POST /tasks") =>
  atomically(store, (tx) =>
    answerOnce(
      tx,
      { scope, idempotency: key === undefined ? undefined : { key, fingerprint } },
      work,
    ),
  );

test("the same key and request get the first answer again, byte for byte", async () => {
  const first = await ask("k");
  const again = await ask("k");
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  expect(JSON.stringify(first)).toBe('{"id":1,"z":1,"a":{"y":[1,null],"b":"ü"}}');
  expect(done).toBe(1);
});

test("the same key with another request is refused, and nothing is done", async () => {
  await ask("k", "one");
  await expect(ask("k", "two")).rejects.toMatchObject({ kind: "key-reused" });
  expect(done).toBe(1);
});

test("without a key the work is simply done, each time", async () => {
  expect([await ask(), await ask()]).toMatchObject([{ id: 1 }, { id: 2 }]);
  expect(store.rows().size).toBe(0);
});

test("a key belongs to its scope", async () => {
  await ask("k", "f", "ada");
  expect(await ask("k", "f", "bob")).toMatchObject({ id: 2 });
});

test("a key is forgotten after a day", async () => {
  await ask("k");
  clock.advance(86_401_000);
  expect(await ask("k")).toMatchObject({ id: 2 });
});

test("work that fails is not remembered", async () => {
  const failing = atomically(store, (tx) =>
    answerOnce(tx, { scope: "s", idempotency: { key: "k", fingerprint: "f" } }, async () => {
      throw new Error("not now");
    }),
  );
  await expect(failing).rejects.toThrow("not now");
  expect(await ask("k", "f", "s")).toMatchObject({ id: 1 });
});

test("two at once with one key get one answer", async () => {
  const [one, two] = await Promise.all([ask("k"), ask("k")]);
  expect(two).toEqual(one);
});

test("keys may be as long as a header can carry them", async () => {
  const scope = "é".repeat(300);
  await ask("k".repeat(255), "f", scope);
  expect(await ask("k".repeat(255), "f", scope)).toMatchObject({ id: 1 });
});

const askWith = (digest?: string) => {
  const idempotency = { key: "k", fingerprint: "f", ...(digest && { digest }), reused: "no" };
  return atomically(store, (tx) => answerOnce(tx, { scope: "ada", idempotency }, work));
};

test("a digest must be the same as well, where both have one", async () => {
  const first = await askWith("one");
  expect(await askWith("one")).toEqual(first);
  expect(await askWith()).toEqual(first);
  await expect(askWith("two")).rejects.toMatchObject({ kind: "key-reused", message: "no" });
  expect(done).toBe(1);
});
