import type { ReminderDue } from "@todo-mesh/contracts";
import { isWaiting, type Ledger, type Reminder, step, withReminder } from "./ledger.ts";
import { occurrenceIdOf } from "./reminder-ids.ts";
import { dateAfter, fixedSeries, lastDateWithin } from "./series.ts";

const LATE_AFTER_MS = 60_000;

/** What chat-api says of a task right now; undefined when it did not answer. */
export type Standing =
  { readonly stands: boolean; readonly title?: string | undefined } | undefined;

/** The reminder that this timer was set for, if the ledger still wants it to ring at that instant. */
export const reminderFor = (
  ledger: Ledger | undefined,
  timer: { readonly name: string; readonly at: Date },
): Reminder | undefined =>
  ledger?.reminders.find(
    (reminder) =>
      reminder.id === timer.name &&
      isWaiting(reminder) &&
      Date.parse(reminder.due_at) === timer.at.getTime(),
  );

/** The reminder as it rings now: of several dates of a series that nobody was there for, the last one rings for all. */
export function caughtUp({ repeat }: Ledger, reminder: Reminder, now: Date): Reminder {
  const series = fixedSeries(repeat);
  const last = series && lastDateWithin(series, new Date(reminder.due_at), now);
  if (!last) return reminder;
  const cause = `it did not ring since ${reminder.due_at}; the last of these dates rings for all`;
  return { ...step(reminder, "missed", { at: now, cause }), due_at: last.toISOString() };
}

/**
 * A reminder whose time has come, with chat-api's word on its task: it is announced, or, when the task
 * has changed and the news is only on its way, it falls silent. Without an answer it is announced.
 * Either way a fixed series goes on to its next date.
 */
export function announce(
  ledger: Ledger,
  reminder: Reminder,
  { standing, now }: { standing: Standing; now: Date },
): { readonly ledger: Ledger; readonly said?: ReminderDue } {
  const due = step(reminder, "due", { at: now, cause: "its time came" });
  if (standing?.stands === false) {
    const cause = "chat-api says that the task has changed; the news is on its way";
    const silenced = step(due, "superseded", { at: now, cause });
    return { ledger: withReminder(ledger, goneOn(ledger, silenced, now)) };
  }
  const cause = standing ? "chat-api says that the task stands" : "chat-api did not answer in time";
  const announced = step(due, "announced", { at: now, cause });
  return {
    ledger: withReminder(ledger, goneOn(ledger, announced, now)),
    said: sayDue(ledger, reminder, { title: standing?.title ?? ledger.title, now }),
  };
}

function goneOn({ repeat }: Ledger, told: Reminder, now: Date): Reminder {
  const series = fixedSeries(repeat);
  if (!series) return told;
  const { passed: _, ...rest } = told;
  const rang = told.state === "announced" ? told.due_at : told.rang;
  const next = dateAfter(series, new Date(told.due_at));
  const reminder = { ...rest, ...(rang !== undefined && { rang }) };
  if (!next) return reminder;
  const planned = step(reminder, "planned", { at: now, cause: "the series goes on" });
  return { ...planned, due_at: next.toISOString() };
}

function sayDue(
  ledger: Ledger,
  reminder: Reminder,
  { title, now }: { title: string; now: Date },
): ReminderDue {
  return {
    user_id: ledger.user_id,
    occurrence_id: occurrenceIdOf(reminder),
    reminder_id: reminder.id,
    task_id: ledger.task_id,
    task_version: ledger.task_version,
    title,
    due_at: reminder.due_at,
    timezone: reminder.timezone,
    announced_at: now.toISOString(),
    late: now.getTime() - Date.parse(reminder.due_at) > LATE_AFTER_MS,
  };
}
