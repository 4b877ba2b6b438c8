import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@todo-mesh/kit";
import { AppError, type JobScheduler, kindOf } from "@todo-mesh/ports";
import { createFairBatches } from "../turns/fair-batches.ts";
import type { Grouped } from "../turns/fair-queue.ts";
import type { JobData } from "./job-data.ts";
import type { Figures } from "../metrics.ts";
import type { Alarm } from "./thinning.ts";
import { jobName } from "../timer.ts";

const AT_ONCE = 16;
const OF_A_GROUP = 4;
const ROOM = 10_000;
const LAST_WAIT_MS = 5_000;

interface SchedulingDeps {
  readonly name: string;
  readonly jobs: JobScheduler;
  readonly log: Logger;
  readonly figures: Figures;
}

type Schedule = (alarm: Alarm) => Promise<void>;
interface Asked extends Grouped {
  readonly alarm: Alarm;
  readonly ask: Schedule;
}

/**
 * Jobs for settings, in turns between groups; one that is already there is as good as a new one. `offer` asks in the
 * background: of a job that is not taken, or finds no room to wait, `refused` is told and no more.
 * `demand` waits, and throws `unavailable` if the scheduler is away; some may have been taken. `close` waits 5 s at most
 * for what is on its way.
 */
export function createScheduling(deps: SchedulingDeps) {
  const { name, jobs } = deps;
  const offered = createLine(ROOM);
  // Whoever demands waits for each hundred: their line is short, and no flood of offers takes their place in it.
  const demanded = createLine();
  const underWay = new Set<Promise<void>>();

  const schedule = scheduleWith(name, jobs);
  const attempt = attemptsOf(deps);

  return {
    offer: (alarms: readonly Alarm[], refused: (alarm: Alarm) => void): void => {
      const work = attempt(offered, alarms, schedule, refused).then(
        () => void underWay.delete(work),
      );
      underWay.add(work);
    },
    demand: async (alarms: readonly Alarm[]): Promise<void> => {
      const failures = await attempt(demanded, alarms, untilAway(schedule));
      const cause = failures.find((error) => kindOf(error) !== "invalid");
      if (cause !== undefined)
        throw new AppError("unavailable", "The scheduler did not take every job", { cause });
    },
    close: async (): Promise<void> => {
      const done = Promise.all(underWay);
      await Promise.race([done, sleep(LAST_WAIT_MS, undefined, { ref: false })]);
      for (const line of [offered, demanded])
        line.clear(new AppError("unavailable", "These timers are being closed"));
      await done;
    },
  };
}

/** Asks for jobs in a line, and answers why some were not taken. */
function attemptsOf(deps: SchedulingDeps) {
  const note = failureNotes(deps);
  return async (
    line: Line,
    alarms: readonly Alarm[],
    ask: Schedule,
    refused?: (alarm: Alarm) => void,
  ): Promise<unknown[]> => {
    const failures: unknown[] = [];
    await Promise.all(
      alarms.map(async (alarm) =>
        line.add({ group: alarm.hint.group, alarm, ask }).catch((error: unknown) => {
          failures.push(error);
          refused?.(alarm);
        }),
      ),
    );
    if (failures.length > 0) note(failures.length, failures[0]);
    return failures;
  };
}

const createLine = (room?: number) =>
  createFairBatches<Asked, void>(
    async (asked) => Promise.all(asked.map(async ({ alarm, ask }) => ask(alarm))),
    {
      max: 1,
      waitMs: 0,
      atOnce: AT_ONCE,
      shareOf: (group) => (group === undefined ? AT_ONCE : OF_A_GROUP),
      ...(room !== undefined && { room }),
    },
  );
type Line = ReturnType<typeof createLine>;

const scheduleWith =
  (name: string, jobs: JobScheduler): Schedule =>
  async ({ hint, at, forMore, shares }) => {
    const { group } = hint;
    const data = {
      due_at: at.toISOString(),
      ...(group !== undefined && { group }),
      ...(forMore && { for_more: true as const }),
      // The version before rings for the whole step.
      ...(shares && { for_shares: [...shares], for_step: 0 }),
    } satisfies JobData;
    await jobs.schedule({ name: jobName(name, hint), at, data });
  };

const failureNotes =
  ({ name, log, figures }: SchedulingDeps) =>
  (count: number, error: unknown): void => {
    figures.unscheduled(name, count);
    log.warn("jobs were not scheduled; the sweeper fires what comes due before they are", {
      count,
      error,
    });
  };

// A scheduler that does not answer takes two seconds to say so: not to be waited for job by job.
function untilAway(schedule: Schedule): Schedule {
  let away: unknown;
  return async (alarm) => {
    if (away !== undefined) throw away;
    await schedule(alarm).catch((error: unknown) => {
      if (kindOf(error) === "unavailable") away = error;
      throw error;
    });
  };
}

export type Scheduling = ReturnType<typeof createScheduling>;
