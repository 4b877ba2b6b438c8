import { beforeEach, expect, test } from "@jest/globals";
import { AppError, kindOf } from "@todo-mesh/ports";
import { atomically } from "../../src/index.ts";
import { aMesh } from "./a-mesh.ts";

let mesh: ReturnType<typeof aMesh>;
let ada: ReturnType<(typeof mesh)["aProcess"]>;
beforeEach(() => {
  mesh = aMesh();
  ada = mesh.aProcess();
  mesh.broker.setAway(true);
});
const loses = async () => {
  throw new AppError("conflict", "another was first");
};
const fillUp = async () => {
  for (let n = 0; n < 256; n += 1)
    await atomically(mesh.store, (tx) => ada.add(tx, "ada", `w${n}`));
};
/** What became of it, once it is known. */
const outcomeOf = (happening: Promise<void>): Promise<string> =>
  happening.then(() => "done", kindOf);

test("while the broker is away commits go on, and all is told in order when it is back", async () => {
  const whats = Array.from({ length: 30 }, (_, n) => `w${n}`);
  for (const what of whats) await ada.happen(what);
  await mesh.time.pass(60_000);
  expect(mesh.published()).toEqual([]);
  mesh.broker.setAway(false);
  await mesh.time.pass(2_100);
  expect(mesh.published()).toEqual(whats);
  expect(ada.log.lines.some(({ level }) => level === "warn")).toBe(true);
});

test("while the broker is away what it took in part is told again, from the beginning", async () => {
  for (const what of ["a", "b", "c"]) await ada.happen(what);
  mesh.broker.setAway(false);
  mesh.broker.failNext(2);
  await mesh.time.pass(10_000);
  expect([...new Set(mesh.published())]).toEqual(["a", "b", "c"]);
  expect(mesh.published().slice(-3)).toEqual(["a", "b", "c"]);
});

test("while the broker is away 256 transactions find room; the next waits 2 s and is refused, or gets the room that was made", async () => {
  await fillUp();
  const refused = outcomeOf(ada.happen("refused"));
  await mesh.time.pass(1_999);
  const waits = ada.happen("waits");
  await mesh.time.pass(1);
  expect(await refused).toBe("unavailable");
  mesh.broker.setAway(false);
  await mesh.time.pass(1_990);
  await waits;
  await mesh.time.pass(1_000);
  expect(mesh.published()).toHaveLength(257);
  expect(await mesh.store.get("happened:refused")).toBeUndefined();
});

test("whether there is room is known without asking for it", async () => {
  expect(ada.outbox.hasRoom()).toBe(true);
  await fillUp();
  expect(ada.outbox.hasRoom()).toBe(false);
  mesh.broker.setAway(false);
  await mesh.time.pass(10_000);
  expect(ada.outbox.hasRoom()).toBe(true);
  await ada.outbox.close();
  expect(ada.outbox.hasRoom()).toBe(false);
});

test("while the broker is away waiting for room does not keep the store busy", async () => {
  await fillUp();
  const cost = await mesh.store.costOf(async () => {
    const refused = outcomeOf(ada.happen("refused"));
    await mesh.time.pass(2_000);
    expect(await refused).toBe("unavailable");
  });
  expect(cost.reads + cost.transactions).toBeLessThan(5);
});

test("lost races do not use up the room for good", async () => {
  mesh.broker.setAway(false);
  for (let n = 0; n < 60; n += 1) {
    mesh.store.meddle(loses, loses, loses, loses, loses);
    const happening = ada.happen(`w${n}`);
    await mesh.time.pass(2_000);
    await happening;
  }
  expect(mesh.published()).toHaveLength(60);
});
