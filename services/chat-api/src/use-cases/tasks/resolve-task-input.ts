import {
  atFault,
  type FieldError,
  fieldsWithin,
  isRefusal,
  type Refusal,
  type Repeat,
  type RepeatInput,
  type Task,
  type TaskDraft,
  type TaskPatch,
} from "@todo-mesh/contracts";
import { occurrenceOf, resolveDue } from "@todo-mesh/recurrence";
import { continueSeries } from "../../domain/tasks/edit-series.ts";
import { moveExdates } from "../../domain/tasks/move-exdates.ts";
import { namedAnew } from "../../domain/tasks/named-anew.ts";
import { type ResolvedRepeat, resolveRepeat } from "../../domain/tasks/repeat.ts";
import { same } from "../../domain/tasks/same.ts";
import type { TaskEdit } from "../../domain/tasks/task-change.ts";
import { resolveReminders } from "../../domain/tasks/task-reminders.ts";

type Times = Pick<TaskEdit, "due" | "repeat">;

/**
 * What a request wants of a task, its times resolved; `invalid` names the field at fault, and the part of a rule.
 * The series of a task that is there already goes on where it was; what is sent back of it as it is stays so.
 */
export function resolveTaskInput(
  asked: TaskDraft | TaskPatch,
  now: Date,
  task?: Task,
): TaskEdit | Refusal {
  const { due, repeat, reminders, ...plain } = task ? namedAnew(task, asked) : asked;
  if (due && repeat)
    return atFault({ field: "due", message: "follows from repeat: give one of the two" });
  const times = timesOf({ due, repeat }, now, task);
  if (isRefusal(times)) return times;
  const kept = remindersOf(reminders, task);
  return isRefusal(kept) ? kept : { ...plain, ...times, reminders: kept };
}

function timesOf(
  { due, repeat }: Pick<TaskPatch, "due" | "repeat">,
  now: Date,
  task: Task | undefined,
): Times | Refusal {
  if (repeat) return seriesOf(repeat, now, task);
  if (!due) return { due, repeat };
  const resolved = resolveDue(due);
  if (resolved.kind === "invalid") return within("due", atFault(resolved));
  const isStrange = due.occurrence && !same(due.occurrence, task?.due && occurrenceOf(task.due));
  if (isStrange) return within("due", atFault(NOT_THIS_DATE));
  return { due: resolved.due, repeat };
}

const NOT_THIS_DATE: FieldError = {
  field: "occurrence",
  message: "is not the date of its series that the task is due at: leave it out",
};

function seriesOf(repeat: RepeatInput, now: Date, task: Task | undefined): Times | Refusal {
  const known = task?.repeat;
  const resolved = task && known ? edited(task, known, repeat, now) : resolveRepeat(repeat, now);
  if (isRefusal(resolved)) return within("repeat", resolved);
  return { repeat: resolved.repeat, due: resolved.due };
}

function edited(task: Task, known: Repeat, repeat: RepeatInput, now: Date): ResolvedRepeat {
  // What is no date at all cannot be moved either.
  const asSaid = resolveRepeat(repeat, now);
  if (isRefusal(asSaid)) return asSaid;
  const moved = moveExdates(known, repeat, now);
  return isRefusal(moved) ? moved : continueSeries(task, moved, now);
}

function remindersOf(
  reminders: TaskPatch["reminders"],
  task: Task | undefined,
): TaskEdit["reminders"] | Refusal {
  if (!reminders) return reminders;
  const resolved = resolveReminders(reminders, task?.reminders);
  if (isRefusal(resolved)) return within("reminders", resolved);
  return resolved.reminders;
}

const within = (name: string, refusal: Refusal): Refusal => atFault(...fieldsWithin(name, refusal));
