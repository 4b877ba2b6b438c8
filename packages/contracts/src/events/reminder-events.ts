import { z } from "zod";
import { Due } from "../time/due.ts";
import { type DataOf, defineEvent } from "./event.ts";
import { KeptPriority } from "../tasks/task.ts";
import { KeptZone } from "../time/time.ts";

export const REMINDERS_TOPIC = "todo.reminders.events";

/**
 * A reminder rings. `due_at` is the moment for which it was set, `task_due` when the task itself is due.
 * `occurrence_id` = reminder + that moment, and is the event's `id` as well: the same occurrence announced twice
 * is one event. `late` = it rang more than 60 s after `due_at`; `nag` counts how often it was repeated.
 */
export const ReminderDue = defineEvent("todo.reminder.due.v1", REMINDERS_TOPIC, {
  occurrence_id: z.uuid(),
  reminder_id: z.uuid(),
  task_id: z.uuid(),
  task_version: z.int().positive(),
  title: z.string(),
  priority: KeptPriority.optional(),
  due_at: z.iso.datetime(),
  task_due: Due.optional(),
  timezone: KeptZone,
  announced_at: z.iso.datetime(),
  late: z.boolean(),
  nag: z.int().positive().optional(),
});
export type ReminderDue = DataOf<typeof ReminderDue>;

/**
 * No reminder of this task could be planned, or not all of them: its owner has to know, for nothing will ring.
 * `reason` says why in words for them; `at` is when that was found. The event's `id` is the same however often it
 * is told.
 */
export const ReminderUnplanned = defineEvent("todo.reminder.unplanned.v1", REMINDERS_TOPIC, {
  unplanned_id: z.uuid(),
  task_id: z.uuid(),
  /** Left out: what was told of the task could not be read. */
  task_version: z.int().positive().optional(),
  title: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type ReminderUnplanned = DataOf<typeof ReminderUnplanned>;

const ofTask = { task_id: z.uuid(), task_version: z.int().positive() };

/** A person knows of what rang of this task until `at`: whoever shows it as new need not any more. */
export const ReminderDismissed = defineEvent("todo.reminder.dismissed.v1", REMINDERS_TOPIC, {
  ...ofTask,
  at: z.iso.datetime(),
});
export type ReminderDismissed = DataOf<typeof ReminderDismissed>;

/** What rang of this task until `at`, when that was said, rings again at `until`. */
export const ReminderSnoozed = defineEvent("todo.reminder.snoozed.v1", REMINDERS_TOPIC, {
  ...ofTask,
  at: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type ReminderSnoozed = DataOf<typeof ReminderSnoozed>;
