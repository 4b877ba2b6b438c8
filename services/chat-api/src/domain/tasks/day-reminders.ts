import type { PersonPreferences, TaskReminder } from "@todo-mesh/contracts";
import type { Made, TaskChange } from "./task-change.ts";

/** Whether a change makes a task due on a day, without a word on when to remind of it. One that was so before is left alone. */
export const isOfNewDay = (change: TaskChange): change is Made =>
  change.kind === "changed" &&
  (change.verb === "created" || change.verb === "updated") &&
  isOnDay(change.task) &&
  !(change.before && isOnDay(change.before)) &&
  change.task.reminders === undefined;

const isOnDay = ({ due }: Made["task"]): boolean => due !== undefined && "date" in due;

/**
 * The change, with a reminder at the time of day that its person has chosen for days without a time. It goes along with
 * that choice (`own_hour`) until the task is given reminders of its own.
 */
export function withDayReminders(change: Made, chosen: PersonPreferences): Made {
  const reminders = dayReminders(chosen);
  return reminders.length > 0 ? { ...change, task: { ...change.task, reminders } } : change;
}

const dayReminders = ({ day_reminder, evening_reminder }: PersonPreferences): TaskReminder[] => [
  ...atOwnHour(-1, evening_reminder),
  ...atOwnHour(0, day_reminder),
];

const atOwnHour = (days: number, time: string | undefined): TaskReminder[] =>
  time === undefined ? [] : [{ days, time, own_hour: true }];
