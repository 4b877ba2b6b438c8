import type { Due, Repeat, Task } from "@todo-mesh/contracts";
import { isWaiting, type Reminder, sameInstant, step } from "./ledger.ts";
import { dateAfter, fallsOn, fixedSeries, stillRings } from "./series.ts";
import { firstReminder, wasSetInTime } from "./wanted.ts";

interface News {
  readonly task: Task;
  readonly due: Due;
}

/**
 * Where a fixed series stands after news that did not set a new time: a title that changed, a task that was
 * reopened. It goes on where it was, or at its first date after the news. Undefined for any other task, for
 * one whose due time was set anew, and at the end of a series.
 */
export function nextOfSeries(
  before: Reminder | undefined,
  news: News,
  now: Date,
): Reminder | undefined {
  const { task, due } = news;
  const repeat = fixedSeries(task.repeat);
  if (!repeat || isSetAnew(before, news, repeat)) return undefined;
  if (before && isWaiting(before) && stillRings(task, due, new Date(before.due_at)))
    return { ...before, timezone: due.timezone };
  const next = dateAfter(repeat, lastPast(before, news));
  return next && goOnAt(next, before, news, now);
}

function isSetAnew(before: Reminder | undefined, { task, due }: News, repeat: Repeat): boolean {
  return wasSetInTime(due, task) && !hasRung(before, due, repeat);
}

// The series has rung for a date when it has rung for a later one.
function hasRung(before: Reminder | undefined, due: Due, repeat: Repeat): boolean {
  if (before?.rang === undefined) return false;
  if (sameInstant(before.rang, due.at)) return true;
  return Date.parse(due.at) < Date.parse(before.rang) && fallsOn(repeat, new Date(due.at));
}

/** The last moment that is not to ring any more. */
function lastPast(before: Reminder | undefined, { task, due }: News): Date {
  const justBefore = Date.parse(task.updated_at) - 1;
  return new Date(Math.max(justBefore, Date.parse(due.at), Date.parse(before?.rang ?? due.at)));
}

function goOnAt(
  next: Date,
  before: Reminder | undefined,
  { task, due }: News,
  now: Date,
): Reminder {
  const isNews = !before || Date.parse(due.at) > Date.parse(before.due_at);
  const reminder = { ...(before ?? firstReminder(task, due)), ...(isNews && { passed: due.at }) };
  const cause = "its due time has passed, and the series goes on";
  const planned = step(reminder, "planned", { at: now, cause });
  return { ...planned, due_at: next.toISOString(), timezone: due.timezone };
}
