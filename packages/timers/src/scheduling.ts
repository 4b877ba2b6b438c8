import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@todo-mesh/kit";
import { AppError, type JobScheduler, kindOf } from "@todo-mesh/ports";
import pLimit from "p-limit";
import type { Hint } from "./bucket-keys.ts";
import type { Figures } from "./metrics.ts";
import { jobName } from "./timer.ts";

const AT_ONCE = 16;
const MOST_WAITING = 10_000;
const LAST_WAIT_MS = 5_000;

interface SchedulingDeps {
  readonly name: string;
  readonly jobs: JobScheduler;
  readonly log: Logger;
  readonly figures: Figures;
}

/**
 * Jobs for settings; one that is already there is as good as a new one. `offer` asks in the background: a job
 * that is not taken is logged and no more, for the sweeper fires its timer. `demand` waits, and throws
 * `unavailable` if the scheduler is away; some may have been taken. `close` waits 5 s at most for what is on its way.
 */
export function createScheduling({ name, jobs, log, figures }: SchedulingDeps) {
  const limit = pLimit({ concurrency: AT_ONCE, rejectOnClear: true });
  const underWay = new Set<Promise<void>>();

  const schedule = (hint: Hint) =>
    jobs.schedule({ name: jobName(name, hint), at: new Date(hint.at), data: { due_at: hint.at } });
  const attempt = async (
    hints: readonly Hint[],
    ask: (hint: Hint) => Promise<void>,
  ): Promise<unknown[]> => {
    const results = await Promise.allSettled(hints.map((hint) => limit(ask, hint)));
    const failures = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    report(failures.length, failures[0]);
    return failures;
  };
  const report = (count: number, error: unknown): void => {
    if (count === 0) return;
    figures.unscheduled(name, count);
    log.warn("jobs were not scheduled; the sweeper will fire their timers", { count, error });
  };

  return {
    offer: (hints: readonly Hint[]): void => {
      if (limit.pendingCount > MOST_WAITING)
        return report(hints.length, "too many are waiting to be scheduled");
      const work = attempt(hints, schedule).then(() => void underWay.delete(work));
      underWay.add(work);
    },
    demand: async (hints: readonly Hint[]): Promise<void> => {
      const failures = await attempt(hints, untilAway(schedule));
      const cause = failures.find((error) => kindOf(error) !== "invalid");
      if (cause !== undefined)
        throw new AppError("unavailable", "The scheduler did not take every job", { cause });
    },
    close: async (): Promise<void> => {
      const done = Promise.all(underWay);
      await Promise.race([done, sleep(LAST_WAIT_MS, undefined, { ref: false })]);
      limit.clearQueue();
      await done;
    },
  };
}

// A scheduler that does not answer takes two seconds to say so: not to be waited for hint by hint.
function untilAway(schedule: (hint: Hint) => Promise<void>) {
  let away: unknown;
  return async (hint: Hint): Promise<void> => {
    if (away !== undefined) throw away;
    await schedule(hint).catch((error: unknown) => {
      if (kindOf(error) === "unavailable") away = error;
      throw error;
    });
  };
}

export type Scheduling = ReturnType<typeof createScheduling>;
