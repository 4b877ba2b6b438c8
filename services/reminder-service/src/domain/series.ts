import type { Due, Repeat, Task } from "@todo-mesh/contracts";
import { occurrences } from "@todo-mesh/when";

/** A series that goes on by its schedule, done or not. One counted from its completion is planned by the news of that. */
export const fixedSeries = (repeat: Repeat | undefined): Repeat | undefined =>
  repeat?.from === "schedule" ? repeat : undefined;

/** The first date of a series after that moment; undefined at its end. */
export function dateAfter(repeat: Repeat, after: Date): Date | undefined {
  return datesOf(repeat, { after, count: 1 })[0];
}

const DAY_MS = 86_400_000;
const SPANS_MS = [60_000, 3_600_000, DAY_MS, 31 * DAY_MS, 366 * DAY_MS, Infinity];
const MOST_AT_ONCE = 1_000;

/** The last date of a series after `from` and not after `until`: looked for from the end, however many lie between. */
export function lastDateWithin(repeat: Repeat, from: Date, until: Date): Date | undefined {
  const before = new Date(until.getTime() + 1);
  for (const span of SPANS_MS) {
    const after = new Date(Math.max(from.getTime(), until.getTime() - span));
    const last = datesOf(repeat, { after, before, count: MOST_AT_ONCE }).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

/**
 * Whether an open task still wants to ring at that instant: at its due time, and while that waits to be done,
 * at every later date of a fixed series.
 */
export function stillRings(task: Task, due: Due, at: Date): boolean {
  if (at.getTime() === Date.parse(due.at)) return true;
  const repeat = fixedSeries(task.repeat);
  if (!repeat || at.getTime() < Date.parse(due.at)) return false;
  return fallsOn(repeat, at);
}

/** Whether that instant is a date of a series. */
export const fallsOn = (repeat: Repeat, at: Date): boolean =>
  dateAfter(repeat, new Date(at.getTime() - 1_000))?.getTime() === at.getTime();

// A rule that cannot be followed was refused when the task was made; should one come all the same, it has no dates.
function datesOf(repeat: Repeat, asked: Parameters<typeof occurrences>[1]): Date[] {
  const dates = occurrences(repeat, asked);
  return "refused" in dates ? [] : dates.map(({ at }) => at);
}
