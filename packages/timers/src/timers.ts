import type { Logger, Metrics } from "@todo-mesh/kit";
import { AppError, type IdSource, type JobScheduler, type Json } from "@todo-mesh/ports";
import type { Transaction } from "@todo-mesh/state";
import { createArming, sentinelOf } from "./jobs/arming.ts";
import { createSurvey, type Survey } from "./buckets/survey.ts";
import { bucketWriter } from "./buckets/writer.ts";
import { attendWith } from "./firing/attend.ts";
import type { FireDeps, FireDue } from "./firing/fire-batch.ts";
import { createFiring } from "./firing/firing.ts";
import { figuresOf } from "./metrics.ts";
import { progressOf } from "./buckets/progress.ts";
import { createNearHints } from "./firing/near-hints.ts";
import { createRinging } from "./firing/ringing.ts";
import { createStepRinging } from "./firing/ring-step.ts";
import { roundsOf } from "./rounds.ts";
import { createRefused } from "./jobs/refused.ts";
import { createScheduling } from "./jobs/scheduling.ts";
import { createLook, createSetting } from "./setting.ts";
import { createSweeper } from "./sweeper/sweeper.ts";
import { type Timer, timerKey } from "./timer.ts";
import { createWaking } from "./firing/waking.ts";

/*
 * The life of a timer.
 *
 * SET. One transaction, the caller's own, writes the timer's row with a generation that is never used again, and a
 * hint of it into the due-bucket of its minute. From here on it cannot be lost: a bucket is looked at until it is
 * closed and settled, and a transaction that meets a closed bucket has to take an open one.
 * ARMED. After the commit, if it is due within a day, a job is scheduled that bears its name and generation, unless its
 * tenth of a second has one already: that rings for all of them. What lies further off is armed when the walk, a day
 * ahead of now, comes by. While the scheduler takes no jobs, it is asked again. Whether it is armed is nowhere written down, for
 * nothing depends on it: a job makes a timer punctual, not certain.
 * DUE. The job rings, or the sweeper finds the hint a moment after the job should have. Either may come twice, late, in
 * two processes, or not at all; and neither is believed: the row is read again, and our clock is asked.
 * FIRED. One transaction deletes the row under its ETag and carries the effect. Of all who try, one commits; the
 * others find the row gone. If nobody does, it stays due, and the job and the sweeper come again.
 * TURNS. Timers have a group, whose they are. Groups take turns wherever something waits: for a batch to fire in, for a
 * job to be scheduled, for the sweeper. Of what a group sets to be due in a moment only the first few have jobs; the last
 * of these wakes the rest, which this process then reads from the buckets. Whatever is not come to this way, the sweeper finds.
 * HELD. While firing is held, jobs are done with unheard and the sweeper stands still; then it finds all of them. The
 * transaction that fires asks once more, so that none that begins after the hold fires.
 * STALE. A timer that is set again has a new generation, one that is cancelled has no row. Hints and jobs of the old
 * generation are not sought out; they lead to nothing, and the sweeper clears them away with their bucket.
 */

export interface TimersOptions<Data extends Json> extends Omit<FireDeps<Data>, "fire"> {
  /** Part of these timers' keys and jobs, and never changed: 1 to 40 of `a-z 0-9 -`. */
  readonly name: string;
  readonly jobs: JobScheduler;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
  /** How often overdue timers are looked for (1 s). Infinity: only when asked to. */
  readonly sweepEveryMs?: number | undefined;
  /** How late a job may be before the sweeper fires its timer (1 s). */
  readonly graceMs?: number | undefined;
  /** How many of what came due while nobody fired are held in memory at once (20 000). */
  readonly backlogAtOnce?: number | undefined;
  /** How often the walk a day ahead goes on, and the scheduler is asked whether it lost its data (15 s). Infinity: only when asked to. */
  readonly tendEveryMs?: number | undefined;
  /** After how long another process sweeps in place of one that fell silent (3 s). */
  readonly leaseMs?: number | undefined;
}

/** Things that happen at their time: none lost, none early, none twice, whatever process, scheduler or store dies meanwhile. */
export interface Timers<Data extends Json> {
  /** Sets each timer, in place of any of its name; what is already due fires at once. `invalid`: a name or time that cannot be. */
  set(tx: Transaction, timers: readonly Timer<Data>[]): Promise<void>;
  /** Once the transaction is committed, these do not fire. Names that are not set do no harm. */
  cancel(tx: Transaction, names: readonly string[]): void;
  /** Those of the names that are set and not yet fired. */
  look(names: readonly string[]): Promise<Timer<Data>[]>;
  /** How timers stand, by the minutes that they are due in, a page of bounded work at a time. */
  survey(query: { readonly from?: Date | undefined; readonly minutes: number }): Promise<Survey>;
  /** Answers a job of the scheduler, with the data it carries. Resolves when it is done with; throws when it shall ring again. Safe to repeat. */
  ring(jobName: string, data?: unknown): Promise<void>;
  /** One look for overdue timers, unless another process does it. Done every `sweepEveryMs` once started. */
  sweep(): Promise<void>;
  /** Asks again for the jobs that the scheduler did not take; and one round of arming and of asking after the scheduler, unless another process does it. Done every `tendEveryMs` once started, the first more often. */
  tend(): Promise<void>;
  /** Schedules every job of the next 24 hours again. Jobs that are already there stay as they are. */
  rearm(): Promise<void>;
  /**
   * Begins to fire. `fire` carries out what is due, up to 100 at once, through the transaction it is given: that
   * commits with the removal of the timers or not at all, and `fire` may run again. It may set a timer of the same
   * name anew. If it throws, the batch is narrowed down until the culprit fails alone. Whoever rings before waits.
   */
  start(fire: FireDue<Data>): void;
  /** Takes no more jobs, finishes what is under way, and lets another process sweep. */
  close(): Promise<void>;
}

const BACKLOG_AT_ONCE = 20_000;
const LOOK_AHEAD_EVERY_MS = 5_000;
const TIMERS_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Durable timers on a state store and a job scheduler. They are set from the beginning, and fire once they are started. */
export function createTimers<Data extends Json>(options: TimersOptions<Data>): Timers<Data> {
  const { name, log, isHeld = async () => false } = options;
  if (!TIMERS_NAME.test(name))
    throw new AppError("invalid", "Timers have a name of 1 to 40 of a-z 0-9 -");
  const rounds = roundsOf(options);
  const started = Promise.withResolvers<FireDue<Data>>();
  started.promise.catch(() => undefined);
  const fire: FireDue<Data> = async (tx, due) => (await started.promise)(tx, due);
  const { scheduling, idle, ...parts } = partsOf({ ...options, isHeld, fire }, rounds);
  const sweepAlone = rounds.ofOne(parts.sweep);
  // The watermark waits, too: after it the sweep finds all that came due meanwhile. Whoever does not sweep asks as well,
  // and so knows.
  const sweep = async (): Promise<void> => ((await isHeld()) ? undefined : sweepAlone());
  return {
    set: parts.set,
    cancel: (tx, names) => names.forEach((each) => tx.delete(timerKey(name, each))),
    look: createLook(options),
    survey: parts.survey,
    ring: createRinging({ name, log, ...parts, isClosing: rounds.isClosing }),
    sweep,
    tend: async () => {
      await parts.askAgain();
      await parts.tend();
    },
    rearm: parts.rearm,
    start: (toFire) => {
      started.resolve(toFire);
      rounds.every(options.sweepEveryMs ?? 1_000, sweep);
      rounds.every(options.sweepEveryMs ?? LOOK_AHEAD_EVERY_MS, parts.lookAhead);
      rounds.every(options.sweepEveryMs ?? LOOK_AHEAD_EVERY_MS, parts.askAgain);
      rounds.every(options.tendEveryMs ?? 15_000, parts.tend);
    },
    close: async () => {
      started.reject(new AppError("unavailable", "These timers were never started"));
      await rounds.close();
      await idle();
      await scheduling.close();
    },
  };
}

function partsOf<Data extends Json>(
  options: TimersOptions<Data> & FireDeps<Data>,
  { goOn, isClosing, ofOne }: ReturnType<typeof roundsOf>,
) {
  const { name, store, clock, graceMs = 1_000, backlogAtOnce = BACKLOG_AT_ONCE } = options;
  const progress = progressOf(name, store, clock);
  const addHints = bucketWriter(name, clock);
  const deps = { ...options, figures: figuresOf(options.metrics), progress, addHints, isClosing };
  const scheduling = createScheduling(deps);
  const { fire, waitingOf, idle } = createFiring(deps);
  const { arm, rearm } = createArming({ ...deps, scheduling });
  const keepSentinel = sentinelOf({ ...deps, rearm });
  const refused = createRefused({ ...deps, scheduling });
  const attend = attendWith(fire);
  const hints = createNearHints(deps);
  return {
    scheduling,
    attend,
    waitingOf,
    lookAhead: hints.lookAhead,
    survey: createSurvey(deps),
    wake: createWaking({ ...deps, hints, fire }),
    ringStep: createStepRinging({ ...deps, hints, attend }),
    idle,
    rearm,
    askAgain: refused.askAgain,
    set: createSetting<Data>({ ...deps, scheduling, refused }),
    sweep: createSweeper({ ...deps, graceMs, backlogAtOnce, fire, goOn }),
    tend: ofOne(async () => {
      await keepSentinel();
      await arm();
    }),
  };
}
