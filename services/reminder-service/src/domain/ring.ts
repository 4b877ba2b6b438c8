import type { Due, TaskReminder } from "@todo-mesh/contracts";
import { momentFrom } from "@todo-mesh/when";
import { isInTheCalendar, isSameDate, placeOf } from "./series.ts";

/** A moment at which a reminder rings, and the date of the task that it speaks of. */
export interface Ring {
  readonly at: Date;
  readonly timezone: string;
  /** Left out: it has a moment of its own. */
  readonly date?: Due | undefined;
}

/** All the moments at which one reminder of a task rings, as one version of the task has it. */
export interface Rings {
  /** Whether the reminder goes on by itself: then a later ring stands for the earlier ones as well. */
  readonly goesOn: boolean;
  /** The ring for the due time, or the only one; undefined when that has none. */
  readonly first: Ring | undefined;
  /** The first that is not before that moment, of that date of the series or a later one. */
  from(moment: Date, occurrence: Date): Ring | undefined;
  /** The first that comes after this one. */
  after(ring: Ring): Ring | undefined;
  /** The last that comes after this one and not after that moment. */
  lastAfter(ring: Ring, until: Date): Ring | undefined;
  /** The same ring as this version has it; undefined if it has none like it. */
  same(ring: Ring): Ring | undefined;
}

/** A reminder that is counted from a date of its task. */
export type Offset = Exclude<TaskReminder, { at: string }>;

/**
 * When such a reminder rings for a date. A whole day has no moment from which minutes, or days at the same
 * time, could be counted: it rings at a time of day only.
 */
export function ringOn(date: Due, offset: Offset): Ring | undefined {
  const place = { at: placeOf(date), timezone: date.timezone };
  if (!isInTheCalendar(place.at) || !fits(offset, "at" in date)) return undefined;
  const { at } = momentFrom(place, offset);
  return { at, timezone: date.timezone, date };
}

/** Whether a reminder can be counted from dates of that kind. */
export const fits = (offset: Offset, haveTimes: boolean): boolean =>
  haveTimes || ("days" in offset && offset.time !== undefined);

/** Whether two rings are of the same date at the same moment. */
export function isSameRing(one: Ring, other: Ring): boolean {
  if (one.at.getTime() !== other.at.getTime()) return false;
  return one.date && other.date ? isSameDate(one.date, other.date) : one.date === other.date;
}
