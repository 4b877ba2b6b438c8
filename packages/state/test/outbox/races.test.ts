import { expect, test } from "@jest/globals";
import { kindOf, type Stored } from "@todo-mesh/ports";
import { atomically, eventOf } from "../../src/index.ts";
import { aMesh, Happened } from "./a-mesh.ts";
import { mortal } from "./mortal.ts";

const rowsIn = (mesh: ReturnType<typeof aMesh>) =>
  mesh
    .left()
    .map((key) => key.split(":"))
    .filter((parts) => parts.length === 3)
    .map(([, writer, n]) => ({ writer, n: Number(n) }));

test("many transactions at once get no number beyond the window", async () => {
  const mesh = aMesh({ window: 8 });
  const process = mesh.aProcess();
  mesh.broker.setAway(true);
  const adding = Array.from({ length: 20 }, (_, n) =>
    atomically(mesh.store, (tx) => process.add(tx, "ada", `w${n}`)).then(() => "done", kindOf),
  );
  await mesh.time.pass(2_500);
  const outcomes = await Promise.all(adding);
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(8);
  expect(rowsIn(mesh).map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test("a process that is taken over while the broker is away writes under a new name at once", async () => {
  const mesh = aMesh();
  const [paused, other] = [mesh.aProcess(), mesh.aProcess()];
  mesh.broker.setAway(true);
  await paused.happen("before");
  const [before] = rowsIn(mesh);
  await mesh.time.pass(11_000);
  other.outbox.start();
  await mesh.time.pass(1_000);
  await paused.happen("after");
  const after = rowsIn(mesh).filter(({ writer }) => writer !== before?.writer);
  expect(after).toMatchObject([{ n: 0 }]);
  mesh.broker.setAway(false);
  await mesh.time.pass(20_000);
  expect([...new Set(mesh.published())]).toEqual(["before", "after"]);
  expect(rowsIn(mesh)).toEqual([]);
});

test("a transaction that is still at work when its process closes commits nothing that nobody would tell", async () => {
  const mesh = aMesh();
  const process = mesh.aProcess();
  const gate = Promise.withResolvers<void>();
  const working = atomically(
    mesh.store,
    async (tx) => {
      await process.add(tx, "ada", "late");
      await gate.promise;
    },
    mesh.time.wait,
  ).then(() => "done", kindOf);
  await mesh.time.settle();
  const closed = process.outbox.close();
  await mesh.time.pass(5_000);
  await closed;
  gate.resolve();
  await mesh.time.pass(1_000);
  expect(await working).toBe("unavailable");
  expect(mesh.left()).toEqual([]);
});

test("a take-over that takes long keeps its claim: no other begins it, too", async () => {
  const mesh = aMesh();
  const broker = {
    publish: async (...args: Parameters<typeof mesh.broker.publish>) => {
      await mesh.time.wait(4_000);
      await mesh.broker.publish(...args);
    },
  };
  const dying = mortal(mesh);
  const others = [mesh.aProcess({ broker }), mesh.aProcess({ broker })];
  const hundred = Array.from({ length: 100 }, (_, n) =>
    eventOf(Happened, {
      userId: "ada",
      subject: `e${n}`,
      data: { user_id: "ada", what: "e", count: n },
    }),
  );
  for (let row = 0; row < 10; row += 1)
    await atomically(mesh.store, (tx) => dying.outbox.add(tx, hundred));
  dying.die();
  for (const other of others) other.outbox.start();
  await mesh.time.pass(60_000);
  expect(mesh.published()).toHaveLength(1_000);
});

test("a transaction that fails while it waits for room gives its place back", async () => {
  const mesh = aMesh({ window: 1 });
  const process = mesh.aProcess();
  mesh.broker.setAway(true);
  await process.happen("a");
  const failing = atomically(mesh.store, async (tx) => {
    await Promise.all([
      process.add(tx, "ada", "never"),
      Promise.reject(new Error("the other half failed")),
    ]);
  });
  await expect(failing).rejects.toThrow("the other half failed");
  mesh.broker.setAway(false);
  await mesh.time.pass(3_000);
  for (const what of ["b", "c"]) {
    const happening = process.happen(what);
    await mesh.time.pass(100);
    await happening;
  }
  expect(mesh.published()).toEqual(["a", "b", "c"]);
});

test("a take-over is not misled by a store that leaves out keys when it falters", async () => {
  const mesh = aMesh();
  const dying = mortal(mesh);
  await dying.happen("a");
  await dying.happen("b");
  dying.die();
  let faltering = 2;
  const store = {
    ...mesh.store.elsewhere,
    getMany: async (keys: readonly string[]) => {
      const found = await mesh.store.elsewhere.getMany(keys);
      const falters = keys.length > 100 && (faltering -= 1) >= 0;
      return falters ? new Map<string, Stored>() : found;
    },
  };
  mesh.aProcess({ store }).outbox.start();
  await mesh.time.pass(20_000);
  expect(faltering).toBeLessThan(0);
  expect(mesh.published()).toEqual(["a", "b"]);
});
