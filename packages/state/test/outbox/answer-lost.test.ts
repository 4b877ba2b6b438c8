import { beforeEach, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { aMesh } from "./a-mesh.ts";

let mesh: ReturnType<typeof aMesh>;
let ada: ReturnType<(typeof mesh)["aProcess"]>;
beforeEach(() => {
  mesh = aMesh();
  ada = mesh.aProcess();
});
const lost = new AppError("unavailable", "the answer was lost");

test("when the store's answer to a commit is lost what was committed all the same is told", async () => {
  await ada.happen("a");
  mesh.store.meddle(async (commit) => {
    await commit();
    throw lost;
  });
  await expect(ada.happen("b")).rejects.toBe(lost);
  await mesh.time.pass(100);
  expect(mesh.published()).toEqual(["a", "b"]);
});

test("when the store's answer to a commit is lost what was not is not told, and can no longer be committed", async () => {
  await ada.happen("a");
  const held = mesh.store.holdNext(lost);
  await expect(ada.happen("b")).rejects.toBe(lost);
  await mesh.time.pass(100);
  await expect(held.arrive()).rejects.toMatchObject({ kind: "conflict" });
  await mesh.time.pass(10_000);
  expect(mesh.published()).toEqual(["a"]);
  expect(await mesh.store.get("happened:b")).toBeUndefined();
});

test("when the store's answer to a commit is lost it is found out when the store is back, however long that takes", async () => {
  await ada.happen("a");
  mesh.store.meddle(async (commit) => {
    await commit();
    mesh.store.setAway(true);
    throw lost;
  });
  await expect(ada.happen("b")).rejects.toBe(lost);
  await mesh.time.pass(600_000);
  mesh.store.setAway(false);
  await mesh.time.pass(3_000);
  expect(mesh.published()).toEqual(["a", "b"]);
  await ada.outbox.idle();
});
