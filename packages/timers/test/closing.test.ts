import { expect, test } from "@jest/globals";
import { crashingPorts, inMemoryPublisher } from "@todo-mesh/ports/testing";
import { aWorld, DAY, MINUTE, SECOND, skewed } from "./a-world.ts";
import { pausable } from "./stores.ts";

test("a minute that is long over is closed and cleared; what it held is gone, closed marks stay for a day", async () => {
  const { clock, store, from, aProcess, leftovers } = aWorld();
  const bells = aProcess();
  await bells.setAt("fired", from(SECOND));
  await bells.setAt("cancelled", from(2 * SECOND));
  await bells.cancelNow("cancelled");
  await bells.setAt("changed", from(3 * SECOND));
  await bells.setAt("changed", from(4 * SECOND), "again");
  clock.advance(5 * SECOND);
  await bells.ringDue();
  expect(leftovers()).not.toEqual([]);
  clock.set(from(2 * MINUTE));
  await bells.sweep();
  expect(leftovers()).toEqual([]);
  const marks = () => [...store.rows().keys()].filter((key) => key.startsWith("due:"));
  expect(marks()).toHaveLength(10 * 16);
  clock.set(from(DAY + MINUTE + SECOND));
  expect(marks()).toEqual([]);
});

test("a writer that was paused over its minute's closing finds it closed and takes the present one", async () => {
  const { clock, store, from, aProcess, effects, leftovers } = aWorld();
  const held = pausable(store);
  const [paused, sweeping] = [aProcess({ store: held }), aProcess()];
  await sweeping.setAt("before", from(SECOND));
  const { atCommit } = held.pause();
  const setting = paused.setAt("tea", from(10 * SECOND));
  await atCommit;
  clock.set(from(5 * MINUTE));
  await sweeping.sweep();
  held.resume();
  await setting;
  clock.advance(5 * SECOND);
  await sweeping.sweep();
  expect(effects()).toMatchObject({ before: { times: 1 }, tea: { times: 1 } });
  clock.advance(5 * MINUTE);
  await sweeping.sweep();
  expect(leftovers()).toEqual([]);
});

test("a paused writer that goes on between the closing and the clearing of its bucket finds it closed", async () => {
  const { clock, store, jobs, from, fire, aProcess, effects } = aWorld();
  const held = pausable(store);
  const paused = aProcess({ store: held });
  jobs.setAway(true);
  await paused.setAt("before", from(SECOND));
  const { atCommit } = held.pause();
  const setting = paused.setAt("tea", from(10 * SECOND));
  await atCommit;
  clock.set(from(5 * MINUTE));
  const sweeping = aProcess({
    fire: async (tx, due) => {
      held.resume();
      await setting;
      await fire(tx, due);
    },
  });
  await sweeping.sweep();
  clock.advance(5 * SECOND);
  await sweeping.sweep();
  expect(effects()).toMatchObject({ before: { times: 1 }, tea: { times: 1 } });
});

test("what a faltering store leaves out of its answers is not taken for settled", async () => {
  const { clock, store, jobs, from, aProcess, effects, leftovers } = aWorld();
  const view = crashingPorts({ store, jobs, publisher: inMemoryPublisher() });
  const bells = aProcess({ store: view.store, leaseMs: -1 });
  jobs.setAway(true);
  for (const name of ["tea", "milk", "mum"]) await bells.setAt(name, from(SECOND));
  view.falter(true);
  for (let minute = 1; minute <= 3; minute += 1) {
    clock.set(from(minute * MINUTE));
    await bells.sweep().catch(() => undefined);
  }
  view.falter(false);
  await bells.sweep();
  const once = { times: 1 };
  expect(effects()).toMatchObject({ tea: once, milk: once, mum: once });
  clock.advance(3 * MINUTE);
  await bells.sweep();
  expect(leftovers()).toEqual([]);
});

test("a writer whose clock is minutes behind does not write where nobody looks any more", async () => {
  const { clock, from, aProcess, fired } = aWorld();
  const [slow, sweeping] = [aProcess({ clock: skewed(clock, -5 * MINUTE) }), aProcess()];
  await sweeping.setAt("first", from(SECOND));
  clock.set(from(10 * MINUTE));
  await sweeping.sweep();
  await slow.setAt("tea", from(5 * MINUTE));
  clock.set(from(15 * MINUTE));
  await sweeping.sweep();
  expect(fired()).toEqual(["first", "tea"]);
});

test("what still fails when its minute is closed is carried over and tried until it succeeds", async () => {
  const { clock, jobs, from, fire, aProcess, fired, leftovers } = aWorld();
  let broken = true;
  const bells = aProcess({
    fire: async (tx, due) => {
      if (broken) throw new Error("not today");
      await fire(tx, due);
    },
  });
  jobs.setAway(true);
  await bells.setAt("tea", from(SECOND));
  for (let minute = 1; minute <= 10; minute += 1) {
    clock.set(from(minute * MINUTE));
    await bells.sweep();
  }
  broken = false;
  clock.advance(2 * MINUTE);
  await aProcess({ leaseMs: 1 }).sweep();
  expect(fired()).toEqual(["tea"]);
  clock.advance(5 * MINUTE);
  await bells.sweep();
  expect(leftovers()).toEqual([]);
});

test("when the sweeper dies just after it closed a bucket and nobody comes for two days, nothing is lost", async () => {
  const { clock, store, jobs, from, aProcess, effects, leftovers } = aWorld();
  const dying = crashingPorts({ store, jobs, publisher: inMemoryPublisher() });
  jobs.setAway(true);
  await aProcess().setAt("tea", from(SECOND));
  await aProcess({ store: dying.store }).sweep();
  clock.set(from(3 * MINUTE));
  const lease = aProcess({ store: dying.store, leaseMs: -1 });
  dying.crash("dies after commit", { afterCommits: 2 });
  await expect(lease.sweep()).rejects.toMatchObject({ kind: "unavailable" });
  expect(effects()).toEqual({});
  clock.set(from(2 * DAY));
  await aProcess().sweep();
  expect(effects()).toMatchObject({ tea: { times: 1 } });
  expect(leftovers()).toEqual([]);
});
