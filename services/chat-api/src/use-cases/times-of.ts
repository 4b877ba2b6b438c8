import type { Due, Repeat, RepeatInput, Task, TaskPatch } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { resolveDue } from "../domain/due.ts";
import { resolveRepeat } from "../domain/repeat.ts";
import type { Fault } from "../domain/rule-fault.ts";

export interface Times {
  readonly due?: Due | null | undefined;
  readonly repeat?: Repeat | null | undefined;
}

/** When a request says a task is due, and how it comes again; `invalid` names the field at fault, and the part of a rule. */
export function timesOf({ due, repeat }: Pick<TaskPatch, "due" | "repeat">, now: Date): Times {
  if (repeat) return repeatOf(repeat, now);
  if (!due) return { due, repeat };
  const resolved = resolveDue(due);
  if (resolved.kind === "due") return { due: resolved.due, repeat };
  throw refusal(`due.${resolved.field}`, resolved);
}

/** The same a moment later: the first date of a series must still lie ahead when the task is written. */
export function upToDate(times: Times, now: Date): Times {
  const { due, repeat } = times;
  return repeat && due && Date.parse(due.at) < now.getTime() ? repeatOf(repeat, now) : times;
}

/** A repeating task has no day off: its due time goes with its series, or not at all. */
export function refuseDateless(task: Task, { due, repeat }: TaskPatch): void {
  if (due !== null || repeat !== undefined || !task.repeat) return;
  throw refusal("due", { message: "follows from repeat: take repeat away as well" });
}

function repeatOf(input: RepeatInput, now: Date): Times {
  const resolved = resolveRepeat(input, now);
  if (resolved.kind === "repeat") return { repeat: resolved.repeat, due: resolved.due };
  throw refusal(`repeat.${resolved.field}`, resolved);
}

function refusal(field: string, { message }: Pick<Fault, "message">): AppError {
  return new AppError("invalid", `${field}: ${message}`, { fields: [{ field, message }] });
}
