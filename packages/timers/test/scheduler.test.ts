import { expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { inMemoryJobs } from "@todo-mesh/ports/testing";
import { aWorld, DAY, HOUR, MINUTE, SECOND } from "./a-world.ts";
import { counting, pausable } from "./stores.ts";

const SENTINEL = "bells.sentinel";

test("when the scheduler has lost its data, every standing timer of the next 24 hours gets its job again", async () => {
  const { clock, jobs, from, aProcess, effects } = aWorld();
  const bells = aProcess();
  await bells.setAt("soon", from(MINUTE));
  await bells.setAt("tonight", from(12 * HOUR));
  await bells.setAt("gone", from(HOUR));
  await bells.cancelNow("gone");
  await bells.setAt("moved", from(HOUR), "old");
  await bells.setAt("moved", from(2 * HOUR), "new");
  await bells.tend();
  const before = jobs.scheduled().map(({ name }) => name);
  jobs.wipe();
  await bells.tend();
  const after = jobs.scheduled().map(({ name }) => name);
  expect(after).toHaveLength(4);
  expect(before).toEqual(expect.arrayContaining(after));
  expect(await jobs.has(SENTINEL)).toBe(true);
  clock.set(from(13 * HOUR));
  await bells.ringDue();
  expect(effects()).toMatchObject({ soon: { times: 1 }, tonight: { times: 1 }, new: { times: 1 } });
});

test("the walk a day ahead asks for many heads at once, and for none singly", async () => {
  const { store, aProcess } = aWorld();
  const counted = counting(store);
  await aProcess({ store: counted }).rearm();
  expect(counted.total()).toBe(15);
});

test("while the sentinel stands, nothing is scheduled again", async () => {
  const { store, jobs, from, aProcess } = aWorld();
  const counted = counting(store);
  const bells = aProcess({ store: counted });
  await bells.setAt("tea", from(HOUR));
  await bells.tend();
  const before = counted.total();
  await bells.tend();
  // The lease, read and renewed, and the watermark.
  expect(counted.total() - before).toBe(3);
  expect(jobs.scheduled()).toHaveLength(2);
});

test("a rearming that broke off is begun anew, for the sentinel goes back last", async () => {
  const { jobs, from, aProcess } = aWorld();
  const bells = aProcess();
  const names = Array.from({ length: 60 }, (_, n) => `t${n}`);
  await bells.setAll(names.map((name, n) => ({ name, at: from(n * MINUTE), data: name })));
  jobs.wipe();
  let left = 30;
  const failing = {
    ...jobs,
    schedule: async (job: Parameters<typeof jobs.schedule>[0]) => {
      left -= 1;
      if (left < 0) throw new AppError("unavailable", "The scheduler went away");
      return jobs.schedule(job);
    },
  };
  await expect(aProcess({ jobs: failing, leaseMs: -1 }).tend()).rejects.toMatchObject({
    kind: "unavailable",
  });
  expect(await jobs.has(SENTINEL)).toBe(false);
  await bells.tend();
  expect(jobs.scheduled()).toHaveLength(61);
});

test("a timer further off than 24 hours is armed when it comes within reach, and not before", async () => {
  const { clock, jobs, from, aProcess, effects } = aWorld();
  const bells = aProcess();
  const at = from(3 * DAY + 30 * SECOND);
  await bells.setAt("tea", at);
  await bells.tend();
  const armedAt: number[] = [];
  const waiting = () => jobs.scheduled().filter(({ name }) => name !== SENTINEL);
  for (let hour = 0; hour <= 3 * 24 && waiting().length === 0; hour += 1) {
    clock.set(from(hour * HOUR));
    await bells.tend();
    if (waiting().length > 0) armedAt.push(hour);
  }
  expect(armedAt).toEqual([2 * 24]);
  clock.set(at);
  await bells.ringDue();
  expect(effects()).toEqual({ tea: { times: 1, at: at.toISOString() } });
});

test("wherever the walk stands when a timer is set around 24 hours ahead, it is armed by one of the two", async () => {
  const { clock, jobs, from, aProcess } = aWorld();
  const bells = aProcess();
  const names: string[] = [];
  for (let minute = 0; minute < 30; minute += 1) {
    clock.set(from(minute * MINUTE));
    await bells.tend();
    const name = `t${minute}`;
    names.push(name);
    await bells.setAt(name, from(DAY + 15 * MINUTE + SECOND));
  }
  clock.set(from(30 * MINUTE));
  await bells.tend();
  expect(jobs.scheduled()).toHaveLength(names.length + 1);
});

test("a writer that was paused while the walk passed its minute schedules its job itself", async () => {
  const { clock, store, jobs, from, aProcess } = aWorld();
  const held = pausable(store);
  const [paused, walking] = [aProcess({ store: held }), aProcess()];
  await walking.tend();
  const { atCommit } = held.pause();
  const setting = paused.setAt("tea", from(DAY + 30 * MINUTE));
  await atCommit;
  clock.set(from(HOUR));
  await walking.tend();
  held.resume();
  await setting;
  expect(jobs.scheduled()).toHaveLength(2);
});

test("with the scheduler away the walk stays where it is, and takes up again when it is back", async () => {
  const { clock, jobs, from, aProcess } = aWorld();
  const bells = aProcess();
  await bells.setAt("tea", from(25 * HOUR));
  await bells.tend();
  clock.set(from(2 * HOUR));
  jobs.setAway(true);
  await expect(bells.tend()).rejects.toMatchObject({ kind: "unavailable" });
  await expect(bells.rearm()).rejects.toMatchObject({ kind: "unavailable" });
  jobs.setAway(false);
  await bells.tend();
  expect(jobs.scheduled()).toHaveLength(2);
});

test("a scheduler that does not answer is not asked for timer after timer", async () => {
  const { jobs, from, aProcess } = aWorld();
  const names = Array.from({ length: 100 }, (_, n) => `t${n}`);
  await aProcess().setAll(names.map((name) => ({ name, at: from(HOUR), data: name })));
  let asked = 0;
  const silent = {
    ...jobs,
    schedule: async () => {
      asked += 1;
      await new Promise((resolve) => setImmediate(resolve));
      throw new AppError("unavailable", "No answer");
    },
  };
  await expect(aProcess({ jobs: silent }).rearm()).rejects.toMatchObject({ kind: "unavailable" });
  expect(asked).toBe(16);
});

test("at most 16 jobs are being scheduled at a time", async () => {
  const { clock, from, aProcess } = aWorld();
  const jobs = inMemoryJobs(clock);
  const running = { now: 0, most: 0 };
  const slow = {
    ...jobs,
    schedule: async (job: Parameters<typeof jobs.schedule>[0]) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await new Promise((resolve) => setImmediate(resolve));
      running.now -= 1;
      return jobs.schedule(job);
    },
  };
  const bells = aProcess({ jobs: slow });
  const names = Array.from({ length: 200 }, (_, n) => `t${n}`);
  await bells.setAll(names.map((name) => ({ name, at: from(HOUR), data: name })));
  await bells.close();
  expect(jobs.scheduled()).toHaveLength(200);
  expect(running.most).toBe(16);
});
