import type { Due } from "@todo-mesh/contracts";
import {
  canCountFrom,
  instantOf,
  isInRange,
  isSameDate,
  momentFrom,
  type Offset,
} from "@todo-mesh/recurrence";

/** A moment at which a reminder rings, and the date of the task that it speaks of. */
export interface Trigger {
  readonly at: Date;
  readonly timezone: string;
  /** Left out: it has a moment of its own. */
  readonly date?: Due | undefined;
}

/** All the moments at which one reminder of a task rings, as one version of the task has it. */
export interface Triggers {
  /** Whether the reminder goes on by itself: then a later ring stands for the earlier ones as well. */
  readonly goesOn: boolean;
  /** The ring for the due time, or the only one; undefined when that has none. */
  readonly first: Trigger | undefined;
  /** The first that is not before that moment, of that date of the series or a later one. */
  from(moment: Date, occurrence: Date): Trigger | undefined;
  /** The first that comes after this one. */
  after(ring: Trigger): Trigger | undefined;
  /** The last that comes after this one and not after that moment. */
  lastAfter(ring: Trigger, until: Date): Trigger | undefined;
  /** The same ring as this version has it; undefined if it has none like it. */
  same(ring: Trigger): Trigger | undefined;
}

/** When a reminder that is counted from a date of its task rings for that date, if it can be counted from it. */
export function triggerOn(date: Due, offset: Offset): Trigger | undefined {
  const due = { at: instantOf(date), timezone: date.timezone };
  if (!isInRange(due.at) || !canCountFrom("at" in date ? "time" : "day", offset)) return undefined;
  const { at } = momentFrom(due, offset);
  return { at, timezone: date.timezone, date };
}

/** Whether two rings are of the same date at the same moment. */
export function isSameTrigger(one: Trigger, other: Trigger): boolean {
  if (one.at.getTime() !== other.at.getTime()) return false;
  return one.date && other.date ? isSameDate(one.date, other.date) : one.date === other.date;
}
