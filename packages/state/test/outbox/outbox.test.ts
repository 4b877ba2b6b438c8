import { beforeEach, expect, test } from "@jest/globals";
import { CloudEvent } from "@todo-mesh/contracts/events";
import { withTrace } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { atomically, eventOf } from "../../src/index.ts";
import { aMesh, Happened } from "./a-mesh.ts";

let mesh: ReturnType<typeof aMesh>;
let ada: ReturnType<(typeof mesh)["aProcess"]>;
beforeEach(() => {
  mesh = aMesh();
  ada = mesh.aProcess();
});
const happened = (what: string, about: object = {}) =>
  eventOf(Happened, {
    userId: "ada",
    subject: what,
    data: { user_id: "ada", what, count: 0 },
    ...about,
  });

test("an event leaves after the commit as a CloudEvent of the same trace", async () => {
  const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  await withTrace(trace, () => ada.happen("tea"));
  await mesh.time.pass(100);
  expect(mesh.broker.published).toHaveLength(1);
  const [{ topic, key, event } = {}] = mesh.broker.published;
  expect([topic, key]).toEqual(["test.events", "ada"]);
  expect(CloudEvent.parse(event)).toMatchObject({
    specversion: "1.0",
    source: "test-service",
    type: "test.happened.v1",
    subject: "tea",
    time: "2026-11-22T09:00:00.000Z",
    datacontenttype: "application/json",
    traceparent: expect.stringContaining("0af7651916cd43dd8448eb211c80319c"),
    data: { user_id: "ada", what: "tea", count: 1 },
  });
});

test("an event can be given its id", async () => {
  await atomically(mesh.store, (tx) => ada.outbox.add(tx, [happened("tea", { id: "my-id" })]));
  await mesh.time.pass(100);
  expect(mesh.broker.published[0]?.event.id).toBe("my-id");
});

test("an event that breaks its contract is our bug, and nothing is committed", async () => {
  const adding = atomically(mesh.store, async (tx) => {
    tx.put("effect", 1);
    await ada.outbox.add(tx, [{ ...happened("tea"), data: { what: 1 } }]);
  });
  await expect(adding).rejects.toMatchObject({ kind: "bug" });
  expect(await mesh.store.get("effect")).toBeUndefined();
});

test("an event of more than 256 KB is refused, and so is more than 1 MB in one transaction", async () => {
  const big = happened("x".repeat(257 * 1_024));
  const much = Array.from({ length: 6 }, () => happened("x".repeat(100 * 1_024)));
  for (const events of [[big], [...much, ...much]])
    await expect(atomically(mesh.store, (tx) => ada.outbox.add(tx, events))).rejects.toMatchObject({
      kind: "invalid",
    });
  expect(ada.outbox.unsent()).toBe(0);
});

test("after the commit what happened is told in order, and then nothing of it is left in the store", async () => {
  for (const what of ["a", "b", "c"]) await ada.happen(what);
  await mesh.time.pass(100);
  expect(mesh.published()).toEqual(["a", "b", "c"]);
  expect(ada.outbox.unsent()).toBe(0);
  expect(mesh.left()).toHaveLength(1);
  await ada.outbox.idle();
});

test("who waits until all is told hears of it also when the renewal of the lease tidied it away", async () => {
  ada.outbox.start();
  await mesh.time.pass(2_990);
  await ada.happen("a");
  let [heard, left] = [false, false];
  const waits = ada.outbox.idle().then(() => (heard = true));
  await mesh.time.pass(100);
  expect([mesh.published(), heard]).toEqual([["a"], true]);
  await waits;
  const leaves = ada.outbox.close().then(() => (left = true));
  await mesh.time.pass(3_000);
  expect(left).toBe(true);
  await leaves;
});

test("publishing does not wait for the clock", async () => {
  await ada.happen("a");
  await mesh.time.settle();
  expect(mesh.published()).toEqual(["a"]);
});

test("all that one transaction tells of is one row", async () => {
  mesh.broker.setAway(true);
  await atomically(mesh.store, async (tx) => {
    await Promise.all([
      ada.outbox.add(tx, [happened("a"), happened("b")]),
      ada.outbox.add(tx, [happened("c")]),
    ]);
    await ada.outbox.add(tx, []);
  });
  expect(ada.outbox.unsent()).toBe(1);
  expect(mesh.left()).toHaveLength(2);
  mesh.broker.setAway(false);
  await mesh.time.pass(3_000);
  expect(mesh.published()).toEqual(["a", "b", "c"]);
});

test("five thousand events of fifty transactions are a matter of a few bulk publishes", async () => {
  const calls: number[] = [];
  const fast = mesh.aProcess({
    broker: {
      publish: async (events) => {
        calls.push(events.length);
        await mesh.time.wait(5);
        await mesh.broker.publish(events);
      },
    },
  });
  const hundred = Array.from({ length: 100 }, (_, n) => happened(`e${n}`));
  await Promise.all(
    Array.from({ length: 50 }, () => atomically(mesh.store, (tx) => fast.outbox.add(tx, hundred))),
  );
  await mesh.time.pass(1_000);
  expect(mesh.published()).toHaveLength(5_000);
  expect(calls.length).toBeLessThanOrEqual(30);
  expect(Math.max(...calls)).toBeLessThanOrEqual(200);
});

test("without a commit nothing is told: the work threw, or lost its race", async () => {
  const failing = atomically(mesh.store, async (tx) => {
    await ada.add(tx, "ada", "never");
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  mesh.store.meddle(async () => {
    throw new AppError("conflict", "another was first");
  });
  const happening = ada.happen("once");
  await mesh.time.pass(100);
  await happening;
  expect(mesh.published()).toEqual(["once"]);
});

test("what one user's earlier transaction may still tell is waited for; other users do not wait", async () => {
  await ada.happen("first");
  const held = mesh.store.holdNext();
  const slow = atomically(mesh.store, (tx) => ada.add(tx, "ada", "slow"));
  await mesh.time.settle();
  await atomically(mesh.store, (tx) => ada.add(tx, "ada", "quick"));
  await atomically(mesh.store, (tx) => ada.add(tx, "bob", "other"));
  await mesh.time.pass(50);
  expect(mesh.published()).toEqual(["first", "other"]);
  await held.arrive();
  await slow;
  await mesh.time.pass(50);
  expect(mesh.published()).toEqual(["first", "other", "slow", "quick"]);
});
