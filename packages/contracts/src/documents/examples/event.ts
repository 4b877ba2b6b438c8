import { CHANGE_ID, EXAMPLE_TASK_ID, OCCURRENCE_ID, ERASED_AT, REMINDER_ID } from "./ids.ts";
import { dueTime } from "./task.ts";

export const notification = {
  id: OCCURRENCE_ID,
  kind: "reminder",
  title: "water the plants",
  body: "Due on Thursday, 3 December 2026 at 08:00",
  task_id: EXAMPLE_TASK_ID,
  reminder_id: REMINDER_ID,
  due_at: "2026-12-03T06:50:00.000Z",
  late: false,
  created_at: "2026-12-03T06:50:00.310Z",
};

export const reminderDue = {
  user_id: "ada",
  occurrence_id: OCCURRENCE_ID,
  reminder_id: REMINDER_ID,
  task_id: EXAMPLE_TASK_ID,
  task_version: 1,
  title: "water the plants",
  priority: "high",
  due_at: "2026-12-03T06:50:00.000Z",
  task_due: dueTime,
  timezone: "Europe/Rome",
  announced_at: "2026-12-03T06:50:00.204Z",
  late: false,
};

export const reminderUnplanned = {
  user_id: "ada",
  unplanned_id: OCCURRENCE_ID,
  task_id: EXAMPLE_TASK_ID,
  task_version: 1,
  title: "water the plants",
  reason: "Its date lies too far ahead.",
  at: "2026-12-03T06:50:00.204Z",
};

const silencedTask = {
  user_id: "ada",
  task_id: EXAMPLE_TASK_ID,
  task_version: 2,
  at: "2026-12-03T06:51:00.000Z",
};

export const reminderDismissed = silencedTask;

export const reminderSnoozed = { ...silencedTask, until: "2026-12-03T07:01:00.000Z" };

export const taskErased = {
  user_id: "ada",
  task_id: EXAMPLE_TASK_ID,
  task_version: 4,
  change: { id: CHANGE_ID, by: "system" },
};

export const preferencesChanged = {
  user_id: "ada",
  preferences: {
    version: 3,
    updated_at: "2026-12-03T06:50:00.204Z",
    timezone: "Europe/Rome",
    day_reminder: "08:00",
    evening_reminder: "20:00",
  },
};

export const userErased = { user_id: "ada", erased_at: ERASED_AT };
