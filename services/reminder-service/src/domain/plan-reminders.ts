import type { Due, Task } from "@todo-mesh/contracts";
import {
  isWaiting,
  type Ledger,
  type Reminder,
  sameInstant,
  step,
  withReminder,
} from "./ledger.ts";
import { nextOfSeries } from "./plan-series.ts";
import { firstReminder, wantedDue, wasSetInTime } from "./wanted.ts";

/**
 * The ledger after news of a task. The task's version decides, so news may come twice, late and in any
 * order. A reminder set for a time that was still to come when it was set is planned, however late we
 * hear of it; one set for a time already gone is `missed` and does not ring. A fixed series has gone on by
 * itself: news that does not set a new time leaves it where it is.
 */
export function planReminders(ledger: Ledger | undefined, task: Task, now: Date): Ledger {
  if (ledger && task.version <= ledger.task_version) return hearOldNews(ledger, task, now);

  const reminder = nextReminder(dueReminderOf(ledger), task, now);
  return {
    user_id: task.user_id,
    task_id: task.id,
    task_version: task.version,
    title: task.title,
    ...(task.repeat && { repeat: task.repeat }),
    reminders: reminder ? [reminder] : [],
  };
}

const dueReminderOf = (ledger: Ledger | undefined): Reminder | undefined =>
  ledger?.reminders.find(({ slot }) => slot === "due");

// Two writers' events can overtake each other. If a newer change made a time look past, the older one may
// show that the same time had been set while it was still to come: then it was not missed.
function hearOldNews(ledger: Ledger, task: Task, now: Date): Ledger {
  const reminder = dueReminderOf(ledger);
  const due = wantedDue(task);
  if (!reminder || !due || !wasSetInTime(due, task)) return ledger;
  const lost = reminder.state === "missed" ? reminder.due_at : reminder.passed;
  if (lost === undefined || !sameInstant(due.at, lost)) return ledger;
  const cause = "an older change, heard of later, had set it in time";
  return withReminder(ledger, plannedAt(reminder, due, { at: now, cause }));
}

function nextReminder(before: Reminder | undefined, task: Task, now: Date): Reminder | undefined {
  const due = wantedDue(task);
  if (!due) return letGo(before, task, now);
  return nextOfSeries(before, { task, due }, now) ?? nextAtDue(before, { task, due }, now);
}

function nextAtDue(
  before: Reminder | undefined,
  { task, due }: { task: Task; due: Due },
  now: Date,
): Reminder {
  const moved = !before || !sameInstant(before.due_at, due.at);
  if (!moved && !isOffTheTable(before)) return { ...before, timezone: due.timezone };
  const reminder = before ?? firstReminder(task, due);
  if (wasSetInTime(due, task))
    return plannedAt(reminder, due, { at: now, cause: whyPlanned(before, moved) });
  const there = { ...reminder, due_at: due.at, timezone: due.timezone };
  if (!moved) return there;
  return step(there, "missed", { at: now, cause: "its time had passed before it was set" });
}

function plannedAt(
  reminder: Reminder,
  { at: due_at, timezone }: Due,
  why: { at: Date; cause: string },
): Reminder {
  const { passed: _, ...rest } = reminder;
  return step({ ...rest, due_at, timezone }, "planned", why);
}

function letGo(before: Reminder | undefined, task: Task, now: Date): Reminder | undefined {
  if (!before || !(isWaiting(before) || before.state === "missed")) return before;
  const { passed: _, ...rest } = before;
  return step(rest, "cancelled", { at: now, cause: whyLetGo(task) });
}

const isOffTheTable = ({ state }: Reminder): boolean =>
  state === "cancelled" || state === "superseded";

function whyPlanned(before: Reminder | undefined, moved: boolean): string {
  if (!before) return "the task is due then";
  return moved ? `the due time moved from ${before.due_at}` : "the task is wanted again";
}

function whyLetGo(task: Task): string {
  if (task.deleted_at !== undefined) return "the task was deleted";
  return task.status === "done" ? "the task was completed" : "the task has no due time any more";
}
