import { beforeEach, expect, test } from "@jest/globals";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { atomically, headOf, listOf } from "../src/index.ts";
import { readerOf } from "../src/reader.ts";

// As Dapr's PostgreSQL component is when its connection ends while it reads: no error, and keys left out.
function falteringStore() {
  const store = inMemoryStateStore();
  let falters = false;
  const faltering: StateStore = {
    get: (key) => store.get(key),
    getMany: async (keys) => (falters ? new Map() : store.getMany(keys)),
    transact: (writes) => store.transact(writes),
  };
  return { ...store, faltering, falter: () => void (falters = true) };
}

const Title = z.string();
let world: ReturnType<typeof falteringStore>;
beforeEach(async () => {
  world = falteringStore();
  await world.transact([{ put: "task", value: "call mum" }]);
  world.falter();
});

test("a key that a faltering store leaves out is read all the same", async () => {
  const reader = readerOf(world.faltering);
  expect(await reader.getMany(["none", "task"], Title)).toEqual([undefined, "call mum"]);
});

test("a list whose head is left out is not taken for an empty one", async () => {
  const list = listOf("list", Title);
  await world.transact([{ put: "list", value: { first: 0, next: 3 } }]);
  expect(await headOf(world.faltering, list)).toEqual({ first: 0, next: 3 });
});

test("nothing is decided on the absence of a key that is there", async () => {
  const decided = atomically(
    world.faltering,
    async (tx) => ((await tx.get("task", Title)) === undefined ? "gone" : "there"),
    async () => undefined,
  );
  await expect(decided).rejects.toMatchObject({ kind: "conflict" });
});

test("a refusal for want of a key that is there does not get out", async () => {
  const refused = atomically(
    world.faltering,
    async (tx) => {
      if ((await tx.get("task", Title)) === undefined) throw new AppError("not-found", "No task");
    },
    async () => undefined,
  );
  await expect(refused).rejects.toMatchObject({ kind: "conflict" });
});

test("a key that is there is not overwritten as if it were new", async () => {
  const written = atomically(
    world.faltering,
    async (tx) => {
      await tx.get("task", Title);
      tx.put("task", "something else");
    },
    async () => undefined,
  );
  await expect(written).rejects.toMatchObject({ kind: "conflict" });
  expect((await world.get("task"))?.value).toBe("call mum");
});

test("what is really absent costs no more than a second look", async () => {
  const missing = await atomically(world.faltering, (tx) => tx.get("none", Title));
  expect(missing).toBeUndefined();
});
