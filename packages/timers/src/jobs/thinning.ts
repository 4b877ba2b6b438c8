import type { Clock } from "@todo-mesh/ports";
import type { Hint } from "../buckets/keys.ts";

export const SLICE_MS = 100;
const NEAR_MS = 5_000;
const JOBS_OF_A_GROUP = 8;
const TIMERS_OF_A_JOB = 500;

/** A hint that gets a job. */
export interface Alarm {
  readonly hint: Hint;
  /** When it rings: at its time, or now, if that has passed; for a whole step, when that begins. */
  readonly at: Date;
  /** Behind it may be more of its group, due at about the same time, that have no job: it rings for them as well. */
  readonly forMore: boolean;
  /** It rings for all that are due within its step of time, and is the so-manieth job of it. */
  readonly forStep?: number;
}

/** How many timers a step, or a group, has had in a slice of time. One that was forgotten begins anew, and has a few more jobs. */
interface Counts {
  get(key: string): number | undefined;
  set(key: string, count: number): unknown;
  delete(key: string): unknown;
}

/** The tenth of a second that a moment lies in, since 1970. */
export const stepOf = (at: Date | string): number =>
  Math.floor((typeof at === "string" ? Date.parse(at) : at.getTime()) / SLICE_MS);

/**
 * Which of the hints get a job. Timers due within the same tenth of a second share one, whosever they are, and each
 * further 500 have one more, so that several processes share them. What is due in a moment cannot count on a job that
 * may be ringing just now: of each group the first 8 get their own, and the last of these wakes the group. What has no
 * group gets its own.
 */
export function thinning(clock: Clock, counts: Counts) {
  const count = (key: string): number => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before;
  };
  const sharedAlarm = (hint: Hint): Alarm[] => {
    const before = count(stepKey(hint));
    if (before % TIMERS_OF_A_JOB > 0) return [];
    const at = new Date(stepOf(hint.at) * SLICE_MS);
    return [{ hint, at, forMore: true, forStep: before / TIMERS_OF_A_JOB }];
  };
  const nearAlarm = (hint: Hint, at: Date): Alarm[] => {
    const before = count(`${stepOf(at)}:${hint.group}`);
    if (before >= JOBS_OF_A_GROUP) return [];
    return [{ hint, at, forMore: before === JOBS_OF_A_GROUP - 1 }];
  };
  const alarmFor = (hint: Hint): Alarm[] => {
    const now = clock.now().getTime();
    // What is overdue rings now, together with the rest that does.
    const at = new Date(Math.max(Date.parse(hint.at), now));
    if (hint.group === undefined) return [{ hint, at, forMore: false }];
    return at.getTime() - now < NEAR_MS ? nearAlarm(hint, at) : sharedAlarm(hint);
  };

  return {
    alarmsOf: (hints: readonly Hint[]): Alarm[] => hints.flatMap(alarmFor),
    /** The scheduler did not take this one: what is set next for its step asks again. */
    forget: ({ hint, forStep }: Alarm): void => {
      if (forStep !== undefined) counts.delete(stepKey(hint));
    },
  };
}

const stepKey = ({ at }: Hint): string => String(stepOf(at));
