import { type ChangeEntry, type ChangeVerb, quoted, refuse, Task } from "@todo-mesh/contracts";
import type { z } from "zod";
import { fieldsOf } from "./journal-entry.ts";
import { because } from "../tasks/reasons.ts";
import { same } from "../tasks/same.ts";
import {
  changed,
  type Fields,
  type Stamp,
  type TaskChange,
  trashTask,
} from "../tasks/task-change.ts";

/**
 * The task without that change: each field it changed is as before, whatever else was changed since. Refused when
 * one of them was changed again, for that later change would be lost. A task that was created goes to the trash.
 */
export function revertChange(entry: ChangeEntry, task: Task | undefined, stamp: Stamp): TaskChange {
  if (!task) return refuse("conflict", because("gone-for-good", quoted(entry.title)));
  if (entry.verb === "created") return trashTask(task, stamp);
  const names = Object.keys(entry.after);
  const now = fieldsOf(task, names);
  const later = names.find((name) =>
    [entry.after, entry.before].every((then) => !same(now[name], asRead(name, then[name]))),
  );
  if (later) return refuse("conflict", because("changed-since", later, quoted(task.title)));
  const fields: Fields = entry.before;
  return changed(verbOf(task, fields), task, fields, stamp);
}

const FIELDS = new Map<string, z.ZodType>(Object.entries(Task.shape));

// An entry says it as it was written then; the task is read by the schema of today, which may call a zone otherwise.
function asRead(name: string, value: unknown): unknown {
  const read = FIELDS.get(name)?.safeParse(value);
  return read?.success === true ? read.data : value;
}

function verbOf(task: Task, fields: Fields): ChangeVerb {
  if (fields.deleted_at !== undefined) return fields.deleted_at === null ? "restored" : "deleted";
  if (fields.status === undefined || fields.status === task.status) return "updated";
  return fields.status === "done" ? "completed" : "reopened";
}
