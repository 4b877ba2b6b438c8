import { expect } from "@jest/globals";
import { aWorld } from "./a-world.ts";

export const GREEDY = "greedy";
export const others = Array.from({ length: 20 }, (_, n) => `other${n}`);
export const greedys = (count: number) => Array.from({ length: count }, (_, n) => `g${n}`);
export const isOther = (name: string): boolean => name.startsWith("other");

/** One who has thousands, and twenty who have one each, all due at the same moment. */
export function aCrowd({ jobsAway = false } = {}) {
  const world = aWorld();
  const batches: string[][] = [];
  const running = { now: 0, most: 0 };
  world.jobs.setAway(jobsAway);
  const aProcess = () =>
    world.aProcess({
      fire: async (tx, due) => {
        const names = due.map(({ data }) => data);
        const own = names.filter((name) => !isOther(name)).length;
        running.now += own;
        running.most = Math.max(running.most, running.now);
        batches.push(names);
        await new Promise(setImmediate);
        running.now -= own;
        await world.fire(tx, due);
      },
    });
  const bells = aProcess();
  const setGreedy = async (count: number, at: Date, group: string | undefined = GREEDY) => {
    const names = greedys(count);
    for (let from = 0; from < count; from += 100)
      await bells.setAll(
        names.slice(from, from + 100).map((name) => ({ name, at, data: name, group })),
      );
  };
  return {
    ...world,
    bells,
    batches,
    running,
    again: aProcess,
    setGreedy,
    setOthers: async (at: Date) => {
      for (const name of others) await bells.setAt(name, at, name, name);
    },
    /** All jobs that are due ring at once, as the scheduler lets them. */
    ringAll: async (who = bells) => {
      const rung = world.jobs.due().map(async ({ name, data }) => who.ring(name, data));
      await Promise.all(rung);
    },
  };
}

export const once = (names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, expect.objectContaining({ times: 1 })]));
export const everybody = (count: number): Record<string, unknown> =>
  once([...greedys(count), ...others]);
