import { isolated, type Notification } from "@todo-mesh/contracts";
import { type ReminderDue, type ReminderUnplanned } from "@todo-mesh/contracts/events";
import { notificationBody } from "./notification-body.ts";

const LATE_AFTER_MS = 60_000;

/**
 * What the inbox says of a reminder that rang. It is late when it rang late, or when we ourselves come
 * to show it more than 60 s after its time.
 */
export function notify(due: ReminderDue, now: Date): Notification {
  const behindMs = now.getTime() - Date.parse(due.due_at);
  const late = due.late || behindMs > LATE_AFTER_MS;
  return {
    id: due.occurrence_id,
    kind: "reminder",
    title: due.title,
    body: notificationBody(due, late, now),
    task_id: due.task_id,
    reminder_id: due.reminder_id,
    due_at: due.due_at,
    late,
    created_at: now.toISOString(),
  };
}

/** What the inbox says of a task whose reminders could not be planned. Its moment is when that was found: it never rings. */
export const notifyUnplanned = (unplanned: ReminderUnplanned, now: Date): Notification => ({
  id: unplanned.unplanned_id,
  kind: "unplanned",
  title: unplanned.title,
  body: `This cannot ring as you wanted: ${isolated(unplanned.title)}. ${unplanned.reason} Please set its time once more.`,
  task_id: unplanned.task_id,
  reminder_id: unplanned.unplanned_id,
  due_at: unplanned.at,
  late: false,
  created_at: now.toISOString(),
});
