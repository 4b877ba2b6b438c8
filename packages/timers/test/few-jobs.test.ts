import { describe, expect, test } from "@jest/globals";
import { aCrowd, everybody, GREEDY, greedys, once } from "./a-crowd.ts";
import { aWorld, HOUR, MINUTE, SECOND, SOON } from "./a-world.ts";

describe("of timers of one group at one moment that is near, a few have jobs", () => {
  test("the last of these wakes the others: all ring with the jobs, and none waits for the sweeper", async () => {
    const { clock, jobs, from, setGreedy, bells, effects } = aCrowd();
    await setGreedy(300, from(SOON));
    expect(jobs.scheduled()).toHaveLength(8);
    clock.set(from(SOON));
    await bells.ringDue();
    expect(effects()).toEqual(once(greedys(300)));
  });

  test("those that are spread over minutes each have their own", async () => {
    const { clock, jobs, from, bells, fired } = aCrowd();
    const names = greedys(100);
    await bells.setAll(
      names.map((name, n) => ({ name, at: from(n * SECOND), data: name, group: GREEDY })),
    );
    await new Promise(setImmediate);
    expect(jobs.scheduled()).toHaveLength(100);
    clock.set(from(50 * SECOND));
    await bells.ringDue();
    expect(fired()).toEqual(names.slice(0, 51));
  });

  test("what is set when it is already due rings at once as well", async () => {
    const { from, setGreedy, bells, effects } = aCrowd();
    await setGreedy(50, from(-MINUTE));
    await new Promise(setImmediate);
    await bells.ringDue();
    expect(effects()).toEqual(once(greedys(50)));
  });

  test("a scheduler that lost its data gets as many again, and they ring for all", async () => {
    const { clock, jobs, from, setGreedy, setOthers, bells, effects } = aCrowd();
    await setGreedy(200, from(SOON));
    await setOthers(from(SOON));
    jobs.wipe();
    await bells.rearm();
    expect(jobs.scheduled()).toHaveLength(28);
    clock.set(from(SOON));
    await bells.ringDue();
    expect(effects()).toEqual(everybody(200));
  });

  test("while they all wait, further jobs of the group are answered at once, and others' are held", async () => {
    const { clock, jobs, from, fire, aProcess, effects } = aWorld();
    const mayFire = Promise.withResolvers<void>();
    const bells = aProcess({
      fire: async (tx, due) => {
        await mayFire.promise;
        await fire(tx, due);
      },
    });
    const names = greedys(300);
    await bells.setAll(
      names.map((name, n) => ({ name, at: from(SOON - n * 13), data: name, group: GREEDY })),
    );
    await bells.setAt("other0", from(SOON), "other0", "other0");
    await new Promise(setImmediate);
    clock.set(from(SOON));
    let held = 0;
    const rung = jobs.due().map(async ({ name, data }) => {
      held += 1;
      await bells.ring(name, data);
      held -= 1;
    });
    expect(rung).toHaveLength(301);
    await new Promise(setImmediate);
    expect(held).toBe(65);
    mayFire.resolve();
    await Promise.all(rung);
    await bells.close();
    expect(effects()).toEqual(once([...names, "other0"]));
  }, 30_000);
});

test("timers of before, without a group, still fire, each by its own job", async () => {
  const { clock, jobs, from, aProcess, effects } = aWorld();
  const bells = aProcess();
  const names = greedys(150);
  await bells.setAll(names.map((name) => ({ name, at: from(HOUR), data: name })));
  await bells.setAt("other0", from(HOUR), "other0", "other0");
  await new Promise(setImmediate);
  expect(jobs.scheduled()).toHaveLength(151);
  clock.set(from(HOUR));
  await Promise.all(jobs.due().map(async ({ name }) => bells.ring(name, { due_at: "then" })));
  expect(effects()).toEqual(once([...names, "other0"]));
});

test("a scheduler that is slow takes others' jobs in between those of one who sets thousands", async () => {
  const { jobs, from, aProcess } = aWorld();
  const asked: string[] = [];
  const slow = {
    ...jobs,
    schedule: async (job: Parameters<typeof jobs.schedule>[0]) => {
      asked.push(job.name);
      await new Promise(setImmediate);
      return jobs.schedule(job);
    },
  };
  const bells = aProcess({ jobs: slow });
  const names = greedys(1_000);
  await bells.setAll(
    names.map((name, n) => ({ name, at: from(n * SECOND), data: name, group: GREEDY })),
  );
  await bells.setAt("other0", from(HOUR), "other0", "other0");
  await bells.close();
  expect(asked).toHaveLength(1_001);
  expect(asked.findIndex((name) => name.includes("other0"))).toBeLessThan(20);
});

test.each(["", "x".repeat(121)])("%j is refused as a group", async (group) => {
  const { from, aProcess } = aWorld();
  await expect(aProcess().setAt("tea", from(SECOND), "tea", group)).rejects.toMatchObject({
    kind: "invalid",
  });
});
