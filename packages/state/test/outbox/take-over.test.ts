import { beforeEach, expect, test } from "@jest/globals";
import { aMesh } from "./a-mesh.ts";
import { mortal } from "./mortal.ts";

let mesh: ReturnType<typeof aMesh>;
beforeEach(() => {
  mesh = aMesh();
});

test("when a process dies after its commit and before it published another finishes it once the lease has run out, and nothing is left of the dead one", async () => {
  const [dying, living] = [mortal(mesh), mesh.aProcess()];
  await dying.happen("a");
  await dying.happen("b");
  dying.die();
  living.outbox.start();
  await mesh.time.pass(2_500);
  expect(mesh.published()).toEqual([]);
  await mesh.time.pass(2_000);
  expect(mesh.published()).toEqual(["a", "b"]);
  expect(mesh.left()).toHaveLength(1);
  expect((await mesh.store.get("outbox"))?.value).toMatchObject({
    writers: [expect.any(String)],
  });
});

test("when a process dies after its commit and before it published of several that are there one finishes it", async () => {
  const dying = mortal(mesh);
  const others = [mesh.aProcess(), mesh.aProcess(), mesh.aProcess()];
  await dying.happen("a");
  dying.die();
  for (const other of others) other.outbox.start();
  await mesh.time.pass(20_000);
  expect(mesh.published()).toEqual(["a"]);
  expect(mesh.left()).toHaveLength(3);
});

test("when a process dies after its commit and before it published and the one that finishes it dies, too: the next does it", async () => {
  const [first, second] = [mortal(mesh), mortal(mesh)];
  await first.happen("a");
  await second.happen("b", "bob");
  first.die();
  second.outbox.start();
  await mesh.time.pass(14_000);
  second.die();
  const third = mesh.aProcess();
  third.outbox.start();
  await mesh.time.pass(40_000);
  expect(new Set(mesh.published())).toEqual(new Set(["a", "b"]));
  expect(mesh.left()).toHaveLength(1);
});

test("when a process dies after its commit and before it published the broker being away meanwhile delays it, and loses nothing", async () => {
  const [dying, living] = [mortal(mesh), mesh.aProcess()];
  await dying.happen("a");
  dying.die();
  living.outbox.start();
  mesh.broker.setAway(true);
  await mesh.time.pass(60_000);
  mesh.broker.setAway(false);
  await mesh.time.pass(4_000);
  expect(mesh.published()).toEqual(["a"]);
  expect(mesh.left()).toHaveLength(1);
});

test("when a process dies after its commit and before it published a commit of the dead one that arrives after the take-over is refused as a whole", async () => {
  const [dying, living] = [mortal(mesh), mesh.aProcess()];
  await dying.happen("a");
  const held = mesh.store.holdNext();
  void dying.happen("late");
  await mesh.time.settle();
  dying.die();
  living.outbox.start();
  await mesh.time.pass(20_000);
  await expect(held.arrive()).rejects.toMatchObject({ kind: "conflict" });
  expect(await mesh.store.get("happened:late")).toBeUndefined();
  expect(mesh.published()).toEqual(["a"]);
});

test("when a process dies after its commit and before it published a commit that arrives just before it is told", async () => {
  const [dying, living] = [mortal(mesh), mesh.aProcess()];
  await dying.happen("a");
  const held = mesh.store.holdNext();
  void dying.happen("late");
  await mesh.time.settle();
  dying.die();
  await mesh.time.pass(15_000);
  await held.arrive();
  living.outbox.start();
  await mesh.time.pass(1_000);
  expect(mesh.published()).toEqual(["a", "late"]);
});

test("a process that was paused past its lease goes on under a new name; what it had on its way runs again under it", async () => {
  const [paused, other] = [mesh.aProcess(), mesh.aProcess()];
  await paused.happen("before");
  await mesh.time.pass(100);
  const held = mesh.store.holdNext();
  const during = paused.happen("during");
  await mesh.time.pass(11_000);
  other.outbox.start();
  await mesh.time.pass(1_000);
  await expect(held.arrive()).rejects.toMatchObject({ kind: "conflict" });
  await mesh.time.pass(2_000);
  await during;
  await paused.happen("after");
  await mesh.time.pass(1_000);
  expect(mesh.published()).toEqual(["before", "during", "after"]);
  await paused.outbox.idle();
  expect(mesh.left()).toHaveLength(2);
});

test("a process that was paused past its lease without anyone to take over it just goes on", async () => {
  const paused = mesh.aProcess();
  await paused.happen("before");
  await mesh.time.pass(60_000);
  await paused.happen("after");
  await mesh.time.pass(100);
  expect(mesh.published()).toEqual(["before", "after"]);
  expect(mesh.left()).toHaveLength(1);
});

test("closing tells what is left, and leaves no trace", async () => {
  const process = mesh.aProcess();
  process.outbox.start();
  await process.happen("a");
  const closing = process.outbox.close();
  await mesh.time.pass(5_000);
  await closing;
  expect(mesh.published()).toEqual(["a"]);
  expect(mesh.left()).toEqual([]);
  expect((await mesh.store.get("outbox"))?.value).toEqual({ writers: [] });
  await expect(process.happen("b")).rejects.toMatchObject({ kind: "unavailable" });
});

test("closing with the broker away leaves the rest to another, at once", async () => {
  const [closing, other] = [mesh.aProcess(), mesh.aProcess()];
  await closing.happen("a");
  mesh.broker.setAway(true);
  await closing.happen("b");
  const closed = closing.outbox.close();
  await mesh.time.pass(5_000);
  await closed;
  mesh.broker.setAway(false);
  other.outbox.start();
  await mesh.time.pass(500);
  expect([...new Set(mesh.published())]).toEqual(["a", "b"]);
  expect(mesh.left()).toHaveLength(1);
});

test("closing with the store away ends in time all the same", async () => {
  const process = mesh.aProcess();
  process.outbox.start();
  await process.happen("a");
  mesh.store.setAway(true);
  const closed = process.outbox.close();
  await mesh.time.pass(5_100);
  await closed;
  expect(process.log.lines.at(-1)?.message).toBe("the outbox could not take its leave");
});

test("closing a process that never wrote closes at once", async () => {
  await mesh.aProcess().outbox.close();
  expect(mesh.store.rows().size).toBe(0);
});
