import type { Repeat, RepeatInput, Task, TaskDraft, TaskPatch } from "@todo-mesh/contracts";
import { resolveDue } from "../domain/due.ts";
import { continueSeries } from "../domain/edit-series.ts";
import { moveExdates } from "../domain/move-exdates.ts";
import { type ResolvedRepeat, resolveRepeat, withSeconds } from "../domain/repeat.ts";
import type { Fault } from "../domain/rule-fault.ts";
import { same } from "../domain/same.ts";
import type { TaskEdit } from "../domain/task-change.ts";
import { resolveReminders } from "../domain/task-reminders.ts";
import { refusal } from "./refusal.ts";

type Times = Pick<TaskEdit, "due" | "repeat">;

/**
 * What a request wants of a task, its times resolved; `invalid` names the field at fault, and the part of a rule.
 * The series of a task that is there already goes on where it was.
 */
export function wantedOf(asked: TaskDraft | TaskPatch, now: Date, task?: Task): TaskEdit {
  const { due, repeat, reminders, ...plain } = asked;
  return { ...plain, ...timesOf({ due, repeat }, now, task), reminders: remindersOf(reminders) };
}

function timesOf(
  { due, repeat }: Pick<TaskPatch, "due" | "repeat">,
  now: Date,
  task: Task | undefined,
): Times {
  if (repeat) return seriesOf(repeat, now, task);
  if (!due) return { due, repeat };
  const resolved = resolveDue(due);
  if (resolved.kind === "invalid") throw refusal(within("due", resolved));
  return { due: resolved.due, repeat };
}

function seriesOf(repeat: RepeatInput, now: Date, task: Task | undefined): Times {
  const known = task?.repeat;
  if (known && same({ ...repeat, start: withSeconds(repeat.start) }, known))
    return { repeat: known };
  const resolved = task && known ? edited(task, known, repeat, now) : resolveRepeat(repeat, now);
  if (resolved.kind === "invalid") throw refusal(within("repeat", resolved));
  return { repeat: resolved.repeat, due: resolved.due };
}

function edited(task: Task, known: Repeat, repeat: RepeatInput, now: Date): ResolvedRepeat {
  // What is no date at all cannot be moved either.
  const asSaid = resolveRepeat(repeat, now);
  if (asSaid.kind === "invalid") return asSaid;
  const moved = moveExdates(known, repeat, now);
  return "kind" in moved ? moved : continueSeries(task, moved, now);
}

function remindersOf(reminders: TaskPatch["reminders"]): TaskEdit["reminders"] {
  if (!reminders) return reminders;
  const resolved = resolveReminders(reminders);
  if (resolved.kind === "invalid") throw refusal(within("reminders", resolved));
  return resolved.reminders;
}

const within = (name: string, { field, message }: Fault): Fault => ({
  field: `${name}.${field}`,
  message,
});
