import { afterEach, describe, expect, test } from "@jest/globals";
import type { Job } from "@todo-mesh/ports";
import { GREEDY, greedys, once } from "./a-crowd.ts";
import { aWorld, MINUTE, SECOND, SOON } from "./a-world.ts";

const running = new Set<NodeJS.Timeout>();
afterEach(() => running.forEach(clearInterval));

/** Timers of one group; nothing sweeps here, so that what fires was rung for. */
async function aGroup(times: readonly Date[]) {
  const world = aWorld();
  const bells = world.aProcess();
  const names = greedys(times.length);
  const set = (some: readonly string[], at: (n: number) => Date | undefined) =>
    bells.setAll(
      some.map((name, n) => ({ name, at: at(n) ?? new Date(0), data: name, group: GREEDY })),
    );
  await set(names, (n) => times[n]);
  await new Promise(setImmediate);
  return {
    ...world,
    bells,
    names,
    set,
    /** From here on the clock runs as ours does. */
    runFrom: (start: Date) => {
      const began = performance.now();
      const tick = () =>
        world.clock.set(new Date(start.getTime() + Math.floor(performance.now() - began)));
      tick();
      running.add(setInterval(tick, 1));
    },
    ringAll: (jobs: readonly Job[] = world.jobs.scheduled()) =>
      Promise.all(jobs.map(async ({ name, data }) => bells.ring(name, data))),
  };
}
const same = (count: number, at: Date): Date[] => Array.from({ length: count }, () => at);
const spread = (count: number, from: Date): Date[] =>
  Array.from({ length: count }, (_, n) => new Date(from.getTime() + n));
const { from } = aWorld();

describe.each([1, 40, 400])("jobs that ring %i ms early by our clock", (early) => {
  test.each([
    ["at one moment", same(90, from(SOON))],
    ["over a tenth of a second", spread(90, from(SOON))],
  ])("ring for all of their group %s, and for none before its time", async (_how, times) => {
    const { runFrom, ringAll, names, effects } = await aGroup(times);
    runFrom(from(SOON - early));
    await ringAll();
    expect(effects()).toEqual(once(names));
    names.forEach((name, n) =>
      expect(Date.parse(effects()[name]?.at ?? "")).toBeGreaterThanOrEqual(Number(times[n])),
    );
  });
});

test("jobs that ring much too early are told to ring again, and ring for all when they do", async () => {
  const { clock, jobs, runFrom, bells, ringAll, names, fired, effects } = await aGroup(
    same(90, from(SOON)),
  );
  clock.set(from(SOON - 2 * SECOND));
  const rung = jobs.scheduled().map(async ({ name, data }) => bells.ring(name, data));
  for (const { status } of await Promise.allSettled(rung)) expect(status).toBe("rejected");
  expect(fired()).toEqual([]);
  runFrom(from(SOON));
  await ringAll();
  expect(effects()).toEqual(once(names));
});

test("a group that is woken for several moments at once, in any order, rings for the last of them, too", async () => {
  const moments = [0, 150, 290].map((ms) => spread(20, from(SOON + ms)));
  const { jobs, runFrom, ringAll, names, effects } = await aGroup(moments.flat());
  const [first, second, third] = moments.map((times) =>
    jobs.scheduled().filter(({ at }) => times.some((each) => +each === +at)),
  );
  runFrom(from(SOON - 100));
  await ringAll([...(first ?? []), ...(third ?? []), ...(second ?? [])]);
  expect(effects()).toEqual(once(names));
});

test("what is overdue when it is set rings also for those that are due a moment later", async () => {
  const times = [...same(20, from(-MINUTE)), ...spread(90, from(0))];
  const { runFrom, ringAll, names, effects } = await aGroup(times);
  runFrom(from(0));
  await ringAll();
  expect(effects()).toEqual(once(names));
});

test("what is set while its group is being woken, and gets no job of its own, rings with it", async () => {
  const world = await aGroup(same(20, from(-MINUTE)));
  const { jobs, fire, aProcess, names, effects } = world;
  const more = greedys(50).map((name) => `more-${name}`);
  let set: Promise<void> | undefined;
  const ringing = aProcess({
    fire: async (tx, due) => {
      set ??= world.set(more, () => from(-SECOND));
      await set;
      await fire(tx, due);
    },
  });
  const rung = jobs.scheduled().map(async ({ name, data }) => ringing.ring(name, data));
  await Promise.all(rung);
  expect(jobs.scheduled()).toHaveLength(8);
  expect(effects()).toEqual(once([...names, ...more]));
});

test("a group whose first timers take their time does not miss those that are due meanwhile", async () => {
  const { fire, aProcess, runFrom, jobs, names, effects } = await aGroup(spread(90, from(SOON)));
  const slow = aProcess({
    fire: async (tx, due) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await fire(tx, due);
    },
  });
  runFrom(from(SOON + 8));
  await Promise.all(jobs.scheduled().map(async ({ name, data }) => slow.ring(name, data)));
  expect(effects()).toEqual(once(names));
});
