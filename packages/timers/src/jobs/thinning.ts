import type { Clock } from "@todo-mesh/ports";
import type { Hint } from "../buckets/keys.ts";

export const SLICE_MS = 100;
const JOBS_OF_A_SLICE = 8;

/** A hint that gets a job. */
export interface Alarm {
  readonly hint: Hint;
  /** When it rings: at its time, or now, if that has passed. */
  readonly at: Date;
  /** Behind it may be more of its group, due at about the same time, that have no job: it rings for them as well. */
  readonly forMore: boolean;
}

/** How many jobs each group has in each slice of time. One that was forgotten begins anew, and has a few more. */
interface Counts {
  get(key: string): number | undefined;
  set(key: string, count: number): unknown;
}

/**
 * Which of the hints get a job. A job is a request, and a thousand of them at one moment would hold up everybody's:
 * of each group the first 8 in a tenth of a second get one, and the last of these wakes the group. What has no group
 * has nobody to be woken by: each gets its own.
 */
export function thinning(clock: Clock, counts: Counts) {
  const alarmFor = (hint: Hint): Alarm[] => {
    // What is overdue rings now, together with the rest that does.
    const at = new Date(Math.max(Date.parse(hint.at), clock.now().getTime()));
    if (hint.group === undefined) return [{ hint, at, forMore: false }];
    const key = `${Math.floor(at.getTime() / SLICE_MS)}:${hint.group}`;
    const count = (counts.get(key) ?? 0) + 1;
    if (count > JOBS_OF_A_SLICE) return [];
    counts.set(key, count);
    return [{ hint, at, forMore: count === JOBS_OF_A_SLICE }];
  };
  return (hints: readonly Hint[]): Alarm[] => hints.flatMap(alarmFor);
}
