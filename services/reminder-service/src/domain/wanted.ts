import type { Due, Task } from "@todo-mesh/contracts";
import type { Reminder } from "./ledger.ts";
import { reminderIdOf } from "./reminder-ids.ts";

/** The due time at which a task wants to ring; undefined when it is done, gone, or has none. */
export const wantedDue = (task: Task): Due | undefined =>
  task.status === "open" && task.deleted_at === undefined ? task.due : undefined;

/** Whether a change set a due time that was still to come. Both come from chat-api, so its clock alone is asked. */
export const wasSetInTime = (due: Due, task: Task): boolean =>
  Date.parse(due.at) >= Date.parse(task.updated_at);

/** The reminder of a task that has had none. */
export const firstReminder = (task: Task, due: Due): Reminder => ({
  id: reminderIdOf(task.id, "due"),
  slot: "due",
  due_at: due.at,
  timezone: due.timezone,
  state: "planned",
  history: [],
});
