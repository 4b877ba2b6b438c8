import type { Due, Task } from "@todo-mesh/contracts";
import {
  isWaiting,
  type Ledger,
  type Reminder,
  sameInstant,
  step,
  withReminder,
} from "./ledger.ts";
import { reminderIdOf } from "./reminder-ids.ts";

/**
 * The ledger after news of a task. The task's version decides, so news may come twice, late and in any
 * order. A reminder set for a time that was still to come when it was set is planned, however late we
 * hear of it; one set for a time already gone is `missed` and does not ring.
 */
export function planReminders(ledger: Ledger | undefined, task: Task, now: Date): Ledger {
  if (ledger && task.version <= ledger.task_version) return hearOldNews(ledger, task, now);

  const reminder = nextReminder(dueReminderOf(ledger), task, now);
  return {
    user_id: task.user_id,
    task_id: task.id,
    task_version: task.version,
    title: task.title,
    reminders: reminder ? [reminder] : [],
  };
}

const dueReminderOf = (ledger: Ledger | undefined): Reminder | undefined =>
  ledger?.reminders.find(({ slot }) => slot === "due");

// Two writers' events can overtake each other. If a newer change made a reminder look missed, the older
// one may show that the same time had been set while it was still to come: then it was not missed.
function hearOldNews(ledger: Ledger, task: Task, now: Date): Ledger {
  const missed = dueReminderOf(ledger);
  if (missed?.state !== "missed") return ledger;
  const due = wantedDue(task);
  if (!due || !sameInstant(due.at, missed.due_at) || !wasSetInTime(due, task)) return ledger;
  const cause = "an older change, heard of later, had set it in time";
  return withReminder(ledger, step(missed, "planned", { at: now, cause }));
}

function nextReminder(before: Reminder | undefined, task: Task, now: Date): Reminder | undefined {
  const due = wantedDue(task);
  if (!due) return letGo(before, task, now);
  const moved = !before || !sameInstant(before.due_at, due.at);
  if (!moved && !isOffTheTable(before)) return { ...before, timezone: due.timezone };

  const reminder = {
    ...(before ?? firstReminder(task, due)),
    due_at: due.at,
    timezone: due.timezone,
  };
  if (wasSetInTime(due, task))
    return step(reminder, "planned", { at: now, cause: whyPlanned(before, moved) });
  if (!moved) return reminder;
  return step(reminder, "missed", { at: now, cause: "its time had passed before it was set" });
}

function letGo(before: Reminder | undefined, task: Task, now: Date): Reminder | undefined {
  if (!before || !(isWaiting(before) || before.state === "missed")) return before;
  return step(before, "cancelled", { at: now, cause: whyLetGo(task) });
}

const wantedDue = (task: Task): Due | undefined =>
  task.status === "open" && task.deleted_at === undefined ? task.due : undefined;

// Both times come from chat-api, so its clock alone is asked.
const wasSetInTime = (due: Due, task: Task): boolean =>
  Date.parse(due.at) >= Date.parse(task.updated_at);

const isOffTheTable = ({ state }: Reminder): boolean =>
  state === "cancelled" || state === "superseded";

const firstReminder = (task: Task, due: Due): Reminder => ({
  id: reminderIdOf(task.id, "due"),
  slot: "due",
  due_at: due.at,
  timezone: due.timezone,
  state: "planned",
  history: [],
});

function whyPlanned(before: Reminder | undefined, moved: boolean): string {
  if (!before) return "the task is due then";
  return moved ? `the due time moved from ${before.due_at}` : "the task is wanted again";
}

function whyLetGo(task: Task): string {
  if (task.deleted_at !== undefined) return "the task was deleted";
  return task.status === "done" ? "the task was completed" : "the task has no due time any more";
}
