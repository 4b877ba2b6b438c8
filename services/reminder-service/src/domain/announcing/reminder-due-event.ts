import type { ReminderDue } from "@todo-mesh/contracts/events";
import type { LiveLedger, Reminder } from "../ledger/ledger.ts";
import { nagIdOf, occurrenceIdOf } from "../ledger/reminder-ids.ts";

const LATE_AFTER_MS = 60_000;

/** Whether what was due then rings so late that the person is told. */
export const isLate = (dueAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(dueAt) > LATE_AFTER_MS;

interface Rung extends Pick<Reminder, "id" | "due_at" | "date" | "timezone"> {
  /** For the how many-th time it is repeated. */
  readonly nag?: number;
}

/**
 * What the mesh is told when a reminder rings. A repetition is an occurrence of the task's chain: the next date
 * of its reminder may come at that very moment.
 */
export function reminderDueEvent(
  { task_id, task_version, task }: LiveLedger,
  rung: Rung,
  now: Date,
) {
  const { id, due_at, timezone, nag } = rung;
  const { user_id, title, priority } = task;
  const task_due = rung.date ?? task.due;
  const occurrence = { id: nag === undefined ? id : nagIdOf(task_id), due_at };
  return {
    user_id,
    occurrence_id: occurrenceIdOf(occurrence),
    reminder_id: id,
    task_id,
    task_version,
    title,
    ...(priority && { priority }),
    due_at,
    ...(task_due && { task_due }),
    timezone,
    announced_at: now.toISOString(),
    late: isLate(due_at, now),
    ...(nag !== undefined && { nag }),
  } satisfies ReminderDue;
}
