import { z } from "zod";
import { type DataOf, defineEvent } from "./event.ts";

export const REMINDERS_TOPIC = "todo.reminders.events";

/**
 * A reminder rings. `occurrence_id` = reminder + due instant, and is the event's `id` as well:
 * the same occurrence announced twice is one event. `late` = it rang more than 60 s after `due_at`.
 */
export const ReminderDue = defineEvent("todo.reminder.due.v1", REMINDERS_TOPIC, {
  occurrence_id: z.uuid(),
  reminder_id: z.uuid(),
  task_id: z.uuid(),
  task_version: z.int().positive(),
  title: z.string(),
  due_at: z.iso.datetime(),
  timezone: z.string(),
  announced_at: z.iso.datetime(),
  late: z.boolean(),
});
export type ReminderDue = DataOf<typeof ReminderDue>;
