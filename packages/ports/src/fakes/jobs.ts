import type { Clock, Job, JobScheduler } from "../index.ts";
import { checkJobName } from "../rules.ts";
import { wallClock } from "./clock.ts";
import { throughJson } from "./json.ts";
import { reachable } from "./reach.ts";

/**
 * A scheduler in memory; nothing rings by itself. `scheduled()` lists what waits, the earliest first;
 * `ringDue(ring)` rings what is due by the clock, and what `ring` throws on stays and rings again;
 * `wipe` loses everything, as a scheduler does whose disk is gone.
 */
export function inMemoryJobs(clock: Clock = wallClock) {
  const { reach, setAway } = reachable("job scheduler");
  const jobs = new Map<string, Job>();

  const scheduled = (): Job[] =>
    [...jobs.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const due = (now = clock.now()): Job[] => scheduled().filter(({ at }) => at <= now);

  return {
    scheduled,
    due,
    setAway,
    wipe: (): void => jobs.clear(),
    ringDue: async (ring: (job: Job) => Promise<void>): Promise<void> => {
      for (const job of due())
        await ring(job).then(
          () => jobs.delete(job.name),
          () => undefined,
        );
    },
    has: async (name) => {
      checkJobName(name);
      reach();
      return jobs.has(name);
    },
    schedule: async (job) => {
      checkJobName(job.name);
      reach();
      if (!jobs.has(job.name)) jobs.set(job.name, { ...job, data: throughJson(job.data) });
    },
  } satisfies JobScheduler & Record<string, unknown>;
}
