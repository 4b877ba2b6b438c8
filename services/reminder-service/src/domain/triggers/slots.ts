import type { Snoozed, TaskReminder } from "@todo-mesh/contracts";
import { toLocal } from "@todo-mesh/recurrence";
import type { TaskFacts } from "../ledger/ledger.ts";

const AT_THE_DUE_TIME: TaskReminder = { minutes: 0 };

/**
 * What tells one reminder of a task from the others, the same however often the task changes: `minutes:-10`. One that
 * goes by its person's own hour is the same at any.
 */
export function slotOf(reminder: TaskReminder): string {
  if ("at" in reminder) return `at:${new Date(reminder.at).toISOString()}`;
  if ("minutes" in reminder) return reminder.minutes === 0 ? "due" : `minutes:${reminder.minutes}`;
  if (reminder.own_hour === true) return `days:${reminder.days}@own`;
  return `days:${reminder.days}${reminder.time === undefined ? "" : `@${reminder.time}`}`;
}

/** The slot of what was snoozed. No reminder that is told is called so. */
export const SNOOZE = "snooze";

/** The reminders that a task wants by their slots, each once: none when it is done or gone, one at its due time unless told. */
export function remindersWanted(task: TaskFacts): Map<string, TaskReminder> {
  if (task.status !== "open" || task.deleted_at !== undefined) return new Map();
  const wanted = (task.reminders ?? [AT_THE_DUE_TIME]).filter((each) => !isWithoutHour(each));
  const bySlot = new Map(wanted.map((reminder) => [slotOf(reminder), reminder]));
  return task.snoozed ? bySlot.set(SNOOZE, momentOf(task.snoozed)) : bySlot;
}

// Its person does not want to hear of days any more.
const isWithoutHour = (reminder: TaskReminder): boolean =>
  "days" in reminder && reminder.own_hour === true && reminder.time === undefined;

const momentOf = ({ until: at, timezone }: Snoozed): TaskReminder => ({
  at,
  timezone,
  local: toLocal(new Date(at), timezone),
});
