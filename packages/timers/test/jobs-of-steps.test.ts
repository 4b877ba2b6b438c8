import { describe, expect, test } from "@jest/globals";
import type { Json } from "@todo-mesh/ports";
import { once } from "./a-crowd.ts";
import { aWorld, HOUR, SECOND } from "./a-world.ts";
import { atOnce, manyAtNine } from "./many-at-nine.ts";

test("timers that are a step apart have a job each", async () => {
  const { jobs } = await manyAtNine([0, 99, 100, 250]);
  expect(jobs.scheduled().map(({ at }) => at.getMilliseconds())).toEqual([0, 100, 200]);
});

test("what a process set one by one, and forgot in between, has one job for each hundred once its day comes", async () => {
  const { clock, jobs, from, aProcess, effects } = aWorld();
  const names = Array.from({ length: 150 }, (_, n) => `t${n}`);
  const nine = from(48 * HOUR);
  for (const name of names) {
    const bells = aProcess();
    await bells.setAt(name, nine, name, `person of ${name}`);
    await bells.close();
  }
  expect(jobs.scheduled()).toEqual([]);
  const bells = aProcess();
  clock.set(from(24 * HOUR));
  await bells.rearm();
  expect(jobs.scheduled()).toHaveLength(2);
  clock.set(nine);
  for (const { name, data } of jobs.scheduled()) await bells.ring(name, data);
  expect(effects()).toEqual(once(names));
});

test("what a version before set, in no share, has one job and rings", async () => {
  const { clock, jobs, store, from, aProcess, effects } = aWorld();
  const ofBefore: typeof store = {
    ...store,
    transact: async (writes) =>
      store.transact(
        writes.map((write) =>
          "put" in write ? { ...write, value: withoutShares(write.value) } : write,
        ),
      ),
  };
  const names = Array.from({ length: 20 }, (_, n) => `t${n}`);
  const nine = from(HOUR);
  const before = aProcess({ store: ofBefore });
  await before.setAll(names.map((name) => ({ name, at: nine, data: name, group: name })));
  await before.close();
  jobs.wipe();
  const bells = aProcess();
  await bells.rearm();
  const [job, ...others] = jobs.scheduled();
  expect(others).toEqual([]);
  clock.set(nine);
  const { for_shares: _, ...asItWrote } = Object(job?.data);
  await bells.ring(job?.name ?? "", asItWrote);
  expect(effects()).toEqual(once(names));
});

const withoutShares = (value: Json): Json =>
  JSON.parse(JSON.stringify(value, (key, of: unknown) => (key === "share" ? undefined : of)));

test("what is due in a moment does not count on a job that may be ringing now", async () => {
  const { clock, jobs, nine, setter, ring, names, effects } = await manyAtNine(atOnce(3));
  clock.set(new Date(nine.getTime() - 4 * SECOND));
  await setter.setAt("late", nine, "late", "person0");
  expect(jobs.scheduled()).toHaveLength(2);
  clock.set(nine);
  await ring(setter);
  expect(effects()).toEqual(once([...names, "late"]));
});

test("when the scheduler does not take the job of a step, the next timer of it asks again", async () => {
  const { jobs, from, aProcess } = aWorld();
  const bells = aProcess();
  jobs.setAway(true);
  await bells.setAt("tea", from(HOUR), "tea", "her");
  await new Promise(setImmediate);
  jobs.setAway(false);
  await bells.setAt("milk", from(HOUR), "milk", "him");
  await bells.setAt("mum", from(HOUR), "mum", "her");
  await bells.close();
  expect(jobs.scheduled()).toHaveLength(1);
});

test("when the job of a step is lost with the scheduler's data, its timers get one again, and the sweeper fires them if not", async () => {
  const { clock, jobs, nine, setter, aProcess, names, effects } = await manyAtNine(atOnce(1_200));
  jobs.wipe();
  await setter.rearm();
  expect(jobs.scheduled()).toHaveLength(12);
  jobs.wipe();
  clock.set(new Date(nine.getTime() + 2 * SECOND));
  await aProcess().sweep();
  expect(effects()).toEqual(once(names));
}, 30_000);

describe("beside the last version", () => {
  const GROUP = "her";

  test("its jobs, one for each timer or few for a group, ring for all that they stand for", async () => {
    const { clock, jobs, from, aProcess, effects } = aWorld();
    const bells = aProcess();
    const names = Array.from({ length: 20 }, (_, n) => `t${n}`);
    await bells.setAll(names.map((name) => ({ name, at: from(HOUR), data: name, group: GROUP })));
    await bells.setAt("own", from(HOUR), "own", "him");
    await new Promise(setImmediate);
    const [job] = jobs.scheduled();
    const generation = job?.name.split(".")[2];
    clock.set(from(HOUR));
    const data = { due_at: from(HOUR).toISOString(), group: GROUP, for_more: true };
    await bells.ring(`bells.t0.${generation}`, data);
    expect(effects()).toEqual(once(names));
  });

  test("it finds in a step's job the job of a timer, which rings for its group", async () => {
    const { clock, jobs, from, aProcess, effects } = aWorld();
    const bells = aProcess();
    const at = from(HOUR + 30);
    await bells.setAll([
      { name: "tea", at, data: "tea", group: GROUP },
      { name: "milk", at: from(HOUR + 60), data: "milk", group: GROUP },
    ]);
    await bells.setAt("his", at, "his", "him");
    const [job] = jobs.scheduled();
    expect(job).toMatchObject({
      name: expect.stringMatching(/^bells\.tea\./),
      at: from(HOUR),
      data: { due_at: from(HOUR).toISOString(), group: GROUP, for_more: true, for_step: 0 },
    });
    const { for_step: _, for_shares: __, ...asItReads } = Object(job?.data);
    clock.set(from(HOUR + 100));
    await bells.ring(job?.name ?? "", asItReads);
    expect(effects()).toEqual(once(["tea", "milk"]));
    clock.set(from(HOUR + 2 * SECOND));
    await bells.sweep();
    expect(effects()).toEqual(once(["tea", "milk", "his"]));
  });
});
