import type { LocalDate, WallTime, Zone } from "../types.ts";

/** A date of a series as it is kept: the instant, and what the wall clock of its zone shows then. */
export interface SeriesDate {
  readonly at: string;
  readonly local: WallTime;
}

/** Due at a time: `local` in `timezone` is what was meant, `at` the instant that follows. */
export interface DueTime {
  readonly local: WallTime;
  readonly timezone: Zone;
  readonly at: string;
  /** By the clock wherever the person is; `timezone` is then where that was last. */
  readonly floating?: true | undefined;
  /** Which date of its series it is, where that was moved by hand: RFC 5545 calls it RECURRENCE-ID. */
  readonly occurrence?: SeriesDate | undefined;
}

/** Due some time on a day, `begins_at <= day < ends_at`. */
export interface DueDay {
  readonly date: LocalDate;
  readonly timezone: Zone;
  readonly begins_at: string;
  readonly ends_at: string;
  readonly occurrence?: SeriesDate | undefined;
}

/** A date's place in time: a moment, a time by the clock wherever the person is, or a whole day. */
export type Due = DueTime | DueDay;

/** When it is due, or the day of it begins: by this, dates are sorted, looked for and counted from. */
export const beginOf = (due: Due): string => ("at" in due ? due.at : due.begins_at);

/** The same as an instant. */
export const instantOf = (due: Due): Date => new Date(beginOf(due));

/** Whether its time, or all of its day, is over. */
export const isOverdue = (due: Due, now: Date): boolean =>
  "at" in due ? Date.parse(due.at) < now.getTime() : Date.parse(due.ends_at) <= now.getTime();

/** Which date of its series it is: the place that the rule has for it, also where it was moved from there by hand. */
export function occurrenceOf(due: Due): SeriesDate {
  if (due.occurrence) return due.occurrence;
  const local = "date" in due ? `${due.date}T00:00:00` : toTheSecond(due.local);
  return { at: beginOf(due), local };
}

const toTheSecond = (local: WallTime): WallTime =>
  (local.length === 16 ? `${local}:00` : local).slice(0, 19);

/** The same as an instant. */
export const originalInstantOf = (due: Due): Date => new Date(occurrenceOf(due).at);

/**
 * Whether two are the same date: at one place of the rule, however it was moved, or due at one time, whatever it is in
 * the rule. So a due time that is left when its rule is taken away is the date that it was.
 */
export const isSameDate = (one: Due, other: Due): boolean =>
  originalInstantOf(one).getTime() === originalInstantOf(other).getTime() ||
  instantOf(one).getTime() === instantOf(other).getTime();

/** The same date of the series at another time. Back at its own place it is as if it had never been moved. */
export function movedTo(from: Due, to: Due): Due {
  const { occurrence: _, ...due } = to;
  const occurrence = occurrenceOf(from);
  return beginOf(due) === occurrence.at ? due : { ...due, occurrence };
}
