import { afterEach } from "@jest/globals";
import type { Job } from "@todo-mesh/ports";
import { aWorld, HOUR } from "./a-world.ts";

const running = new Set<NodeJS.Timeout>();
afterEach(() => running.forEach(clearInterval));

/** Many people, who have a timer each, so many milliseconds after nine; nothing sweeps unless it is asked to. */
export async function manyAtNine(offsets: readonly number[]) {
  const world = aWorld();
  const nine = world.from(HOUR);
  const timers = offsets.map((ms, n) => {
    const name = `t${n}`;
    return { name, at: new Date(nine.getTime() + ms), data: name, group: `person${n}` };
  });
  const setter = world.aProcess();
  for (let n = 0; n < timers.length; n += 100) await setter.setAll(timers.slice(n, n + 100));
  await new Promise(setImmediate);
  return {
    ...world,
    nine,
    timers,
    setter,
    names: timers.map(({ name }) => name),
    /** From here on the clock runs as ours does. */
    runFrom: (start: Date) => {
      const began = performance.now();
      const tick = () =>
        world.clock.set(new Date(start.getTime() + Math.floor(performance.now() - began)));
      tick();
      running.add(setInterval(tick, 1));
    },
    ring: (who: ReturnType<typeof world.aProcess>, jobs: readonly Job[] = world.jobs.scheduled()) =>
      Promise.all(jobs.map(async ({ name, data }) => who.ring(name, data))),
  };
}
export const atOnce = (count: number): number[] => Array.from({ length: count }, () => 0);
export const spread = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
