import type { Logger } from "@todo-mesh/kit";
import { AppError, type Clock, type JobScheduler, type StateStore } from "@todo-mesh/ports";
import { bucketReader, type Found } from "../buckets/reader.ts";
import { chunksOf } from "../chunks.ts";
import { minuteOf, minutesBetween } from "../buckets/minute.ts";
import type { Progress } from "../buckets/progress.ts";
import { standingOf } from "../buckets/standing.ts";
import type { Scheduling } from "./scheduling.ts";
import { merged, shareOf, stepOf, thinning } from "./thinning.ts";

const REACH_MS = 24 * 3_600_000;
// `set` reaches further than the walk, so that a timer set while the walk passes its minute is seen by one of them.
const OVERLAP_MS = 10 * 60_000;
const MINUTES_AT_ONCE = 100;
const TIMERS_AT_ONCE = 100;

/** Whether a timer set now gets its job at once; what lies further off is armed when its day comes. */
export const isInReach = (at: Date, now: Date): boolean =>
  at.getTime() - now.getTime() <= REACH_MS + OVERLAP_MS;

interface ArmingDeps {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly scheduling: Scheduling;
  readonly progress: Progress;
  readonly isClosing: () => boolean;
}

/** Schedules the jobs of timers that come within 24 hours, and of all of them again when the scheduler lost its data. */
export function createArming(deps: ArmingDeps) {
  const { name, store, clock, scheduling, progress } = deps;

  const armMinutes = async (minutes: readonly number[]): Promise<void> => {
    const found = await bucketReader(name, store).fresh(minutes);
    // Counted anew: a scheduler that lost its jobs is to get as many as it had.
    const { alarmsOf } = thinning(clock, new Map());
    for (const chunk of chunksOf(found.toSorted(byShare), TIMERS_AT_ONCE)) {
      if (deps.isClosing()) throw new AppError("unavailable", "These timers are being closed");
      const hints = chunk.map(({ hint }) => hint);
      await scheduling.demand(merged(alarmsOf(await standingOf(store, name, hints))));
    }
  };
  const minuteAfter = (ms: number): number => minuteOf(new Date(clock.now().getTime() + ms));

  return {
    /** Walks on to the minute 24 hours from now. The watermark follows only where every job was taken. */
    arm: async (): Promise<void> => {
      const { armed } = await progress.read();
      const from = Math.max(armed + 1, minuteAfter(0));
      for (const minutes of chunksOf(
        minutesBetween(from, minuteAfter(REACH_MS) + 1),
        MINUTES_AT_ONCE,
      )) {
        await armMinutes(minutes);
        await progress.advance({ armed: minutes.at(-1) });
      }
    },
    /** Schedules every job of the next 24 hours once more. */
    rearm: async (): Promise<void> => {
      const minutes = minutesBetween(minuteAfter(0), minuteAfter(REACH_MS + OVERLAP_MS) + 1);
      for (const chunk of chunksOf(minutes, MINUTES_AT_ONCE)) await armMinutes(chunk);
    },
  };
}

const byShare = ({ hint: one }: Found, { hint: other }: Found): number =>
  stepOf(one.at) - stepOf(other.at) || shareOf(one).localeCompare(shareOf(other));

const FAR_AWAY = new Date("2100-01-01T00:00:00Z");

/**
 * A job that stands in the scheduler only to be missed: when it is gone, so is everything else that was there.
 * It goes back once all is scheduled again, so a rearming that broke off is begun anew.
 */
export function sentinelOf(deps: {
  readonly name: string;
  readonly jobs: JobScheduler;
  readonly log: Logger;
  readonly rearm: () => Promise<void>;
}) {
  const job = `${deps.name}.sentinel`;
  return async (): Promise<void> => {
    if (await deps.jobs.has(job)) return;
    deps.log.info("the scheduler knows nothing of these timers; scheduling their jobs", { job });
    await deps.rearm();
    await deps.jobs.schedule({ name: job, at: FAR_AWAY, data: {} });
  };
}
