import type { TaskDraft, TaskPatch } from "@todo-mesh/contracts";
import { resolveDue } from "../domain/due.ts";
import { resolveRepeat } from "../domain/repeat.ts";
import type { Fault } from "../domain/rule-fault.ts";
import type { TaskEdit } from "../domain/task-change.ts";
import { resolveReminders } from "../domain/task-reminders.ts";
import { refusal } from "./refusal.ts";

type Times = Pick<TaskEdit, "due" | "repeat">;

/** What a request wants of a task, its times resolved; `invalid` names the field at fault, and the part of a rule. */
export function wantedOf(asked: TaskDraft | TaskPatch, now: Date): TaskEdit {
  const { due, repeat, reminders, ...plain } = asked;
  return { ...plain, ...timesOf({ due, repeat }, now), reminders: remindersOf(reminders) };
}

function timesOf({ due, repeat }: Pick<TaskPatch, "due" | "repeat">, now: Date): Times {
  if (repeat) {
    const resolved = resolveRepeat(repeat, now);
    if (resolved.kind === "invalid") throw refusal(within("repeat", resolved));
    return { repeat: resolved.repeat, due: resolved.due };
  }
  if (!due) return { due, repeat };
  const resolved = resolveDue(due);
  if (resolved.kind === "invalid") throw refusal(within("due", resolved));
  return { due: resolved.due, repeat };
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
