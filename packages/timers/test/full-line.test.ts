import { expect, test } from "@jest/globals";
import { greedys } from "./a-crowd.ts";
import { aWorld, HOUR, MINUTE, SECOND } from "./a-world.ts";

const ROOM = 10_000;
const AT_ONCE = 16;
const STEP = 100;

/** A scheduler that takes no job before it is told to go on. */
function aStuckWorld() {
  const world = aWorld();
  const mayGoOn = Promise.withResolvers<void>();
  const bells = world.aProcess({
    jobs: {
      ...world.jobs,
      schedule: async (job) => {
        await mayGoOn.promise;
        return world.jobs.schedule(job);
      },
    },
  });
  return {
    ...world,
    bells,
    goOn: mayGoOn.resolve,
    /** A timer each second, so that each has a job of its own. */
    setMany: async (group: string, count: number, begin: Date) => {
      const timers = greedys(count).map((_, n) => {
        const name = `${group}-${n}`;
        return { name, at: new Date(begin.getTime() + n * SECOND), data: name, group };
      });
      for (let n = 0; n < count; n += 100) await bells.setAll(timers.slice(n, n + 100));
    },
    jobsOf: (group: string): number =>
      world.jobs.scheduled().filter(({ name }) => name.startsWith(`bells.${group}-`)).length,
  };
}

test("so many jobs wait and no more, of all groups: the longest lines leave off, and what finds no room the sweeper fires", async () => {
  const { clock, jobs, from, aProcess, bells, setMany, jobsOf, goOn, effects } = aStuckWorld();
  const few = Array.from({ length: 100 }, (_, n) => `few${n}`);
  const greedy = ["a", "b", "c"];
  for (const [n, group] of greedy.entries()) await setMany(group, 3_500, from(MINUTE + n * STEP));
  for (const [n, group] of few.entries()) await setMany(group, 2, from(HOUR + n * 2 * SECOND));
  goOn();
  await bells.close();
  expect(few.map(jobsOf)).toEqual(few.map(() => 2));
  const share = (ROOM - 2 * few.length) / greedy.length;
  for (const group of greedy) expect(Math.abs(jobsOf(group) - share)).toBeLessThanOrEqual(AT_ONCE);
  const all = greedy.length * 3_500 + few.length * 2;
  const refused = bells.log.lines.reduce((sum, { fields }) => sum + Number(fields?.["count"]), 0);
  expect(jobs.scheduled().length + refused).toBe(all);
  clock.set(from(2 * HOUR));
  await aProcess().sweep();
  expect(Object.values(effects()).filter(({ times }) => times === 1)).toHaveLength(all);
}, 60_000);

test("who demands jobs gets them while the line of those that are offered is full", async () => {
  const { from, bells, setMany, jobsOf, goOn } = aStuckWorld();
  await setMany("a", ROOM + 100, from(MINUTE));
  const rearming = bells.rearm();
  await new Promise(setImmediate);
  goOn();
  await rearming;
  expect(jobsOf("a")).toBe(ROOM + 100);
}, 60_000);
