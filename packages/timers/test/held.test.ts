import { expect, test } from "@jest/globals";
import type { Transaction } from "@todo-mesh/state";
import { aWorld, MINUTE, SECOND } from "./a-world.ts";

function aHeldWorld() {
  const world = aWorld();
  let held = false;
  const isHeld = async () => held;
  return { ...world, isHeld, hold: (now: boolean) => void (held = now) };
}

test("while firing is held nothing fires, neither by a job nor by the sweeper; then all of it does, once", async () => {
  const world = aHeldWorld();
  const { clock, from, effects, hold, isHeld } = world;
  const process = world.aProcess({ isHeld });
  await process.setAt("early", from(MINUTE), "early", "ada");
  await process.setAt("late", from(5 * MINUTE));
  hold(true);
  for (const minutes of [1, 2, 3, 6, 9]) {
    clock.set(from(minutes * MINUTE + SECOND));
    await process.ringDue();
    await process.sweep();
  }
  expect(effects()).toEqual({});
  expect(world.jobs.due()).toEqual([]);

  hold(false);
  await process.sweep();
  const at = from(9 * MINUTE + SECOND).toISOString();
  expect(effects()).toEqual({ early: { times: 1, at }, late: { times: 1, at } });
});

test("what came due while firing was held is found by another life of the process", async () => {
  const world = aHeldWorld();
  const { clock, from, fired, hold, isHeld } = world;
  const before = world.aProcess({ isHeld });
  await before.setAt("a", from(MINUTE));
  hold(true);
  clock.set(from(2 * MINUTE));
  await before.ringDue();
  await before.close();
  hold(false);
  await world.aProcess({ isHeld }).sweep();
  expect(fired()).toEqual(["a"]);
});

test("what is cancelled while firing is held does not fire afterwards", async () => {
  const world = aHeldWorld();
  const process = world.aProcess({ isHeld: world.isHeld });
  await process.setAt("a", world.from(MINUTE));
  world.hold(true);
  world.clock.set(world.from(2 * MINUTE));
  await process.ringDue();
  await process.cancelNow("a");
  world.hold(false);
  await process.sweep();
  expect(world.fired()).toEqual([]);
});

test("what is held only once its transaction has begun does not fire, and what went before the hold did", async () => {
  const world = aHeldWorld();
  const { clock, from, fired } = world;
  // As a process sees it that looked a moment before: nothing is held, says its memory; the transaction knows better.
  const isHeld = async (within?: Transaction) => within !== undefined && world.isHeld();
  const process = world.aProcess({ isHeld });
  await process.setAt("before", from(MINUTE));
  await process.setAt("after", from(2 * MINUTE));
  clock.set(from(MINUTE));
  await process.ringDue();
  world.hold(true);
  clock.set(from(2 * MINUTE + 2 * SECOND));
  await process.ringDue();
  await process.sweep();
  expect(fired()).toEqual(["before"]);
  world.hold(false);
  await process.sweep();
  expect(fired()).toEqual(["before", "after"]);
});
