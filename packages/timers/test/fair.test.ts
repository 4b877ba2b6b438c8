import { describe, expect, test } from "@jest/globals";
import { aCrowd, everybody, GREEDY, greedys, isOther, others } from "./a-crowd.ts";
import { aWorld, HOUR, MINUTE, SECOND } from "./a-world.ts";

describe("who has thousands of timers due at one moment holds up nobody", () => {
  test("by jobs: the others are fired with the first batches, and all fire once", async () => {
    const { clock, from, setGreedy, setOthers, ringAll, batches, running, effects } = aCrowd();
    await setGreedy(3_000, from(HOUR));
    await setOthers(from(HOUR));
    clock.set(from(HOUR));
    await ringAll();
    expect(batches.slice(0, 3).flat().filter(isOther).toSorted()).toEqual(others.toSorted());
    expect(running.most).toBeLessThanOrEqual(32);
    expect(effects()).toEqual(everybody(3_000));
  }, 30_000);

  test("by the sweeper alone: likewise", async () => {
    const { clock, from, setGreedy, setOthers, bells, batches, running, effects } = aCrowd({
      jobsAway: true,
    });
    await setGreedy(3_000, from(HOUR));
    await setOthers(from(HOUR));
    clock.set(from(HOUR + 2 * SECOND));
    await bells.sweep();
    expect(batches.slice(0, 3).flat().filter(isOther).toSorted()).toEqual(others.toSorted());
    expect(running.most).toBeLessThanOrEqual(32);
    expect(effects()).toEqual(everybody(3_000));
  }, 30_000);

  test("after a restart: likewise, and nothing is left", async () => {
    const { clock, from, setGreedy, setOthers, ringAll, again, batches, ...world } = aCrowd();
    await setGreedy(1_000, from(HOUR));
    await setOthers(from(HOUR));
    clock.set(from(HOUR));
    const next = again();
    await ringAll(next);
    expect(batches.slice(0, 3).flat().filter(isOther)).toHaveLength(20);
    expect(world.effects()).toEqual(everybody(1_000));
    clock.advance(3 * MINUTE);
    await next.sweep();
    expect(world.leftovers()).toEqual([]);
  }, 30_000);

  test("when one comes due while the backlog is being fired, it does not wait for the end of it", async () => {
    const { clock, jobs, from, setGreedy, bells, ringAll, batches } = aCrowd();
    await setGreedy(2_000, from(HOUR));
    await bells.setAt("other0", from(HOUR + SECOND), "other0", "other0");
    clock.set(from(HOUR));
    const ringing = ringAll();
    while (batches.length < 10) await new Promise(setImmediate);
    clock.set(from(HOUR + SECOND));
    const [late] = jobs.due().filter(({ name }) => name.includes("other0"));
    await bells.ring(late?.name ?? "", late?.data);
    expect(batches.length).toBeLessThan(20);
    await ringing;
    expect(batches.flat()).toHaveLength(2_001);
  }, 30_000);

  test("when one without a job comes due while the sweeper is at a backlog, this same sweep finds it", async () => {
    const { clock, jobs, from, fire, aProcess, fired } = aWorld();
    jobs.setAway(true);
    let latecomer: Promise<void> | undefined;
    const bells = aProcess({
      fire: async (tx, due) => {
        latecomer ??= setter.setAt("late", from(HOUR), "late", "late");
        await latecomer;
        await fire(tx, due);
      },
    });
    const setter = aProcess();
    const names = greedys(1_000);
    await bells.setAll(names.map((name) => ({ name, at: from(HOUR), data: name, group: GREEDY })));
    clock.set(from(HOUR + 2 * SECOND));
    await bells.sweep();
    expect(fired().indexOf("late")).toBeLessThan(400);
    expect(fired()).toHaveLength(1_001);
  }, 30_000);
});
