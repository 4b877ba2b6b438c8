import type { ChangeEntry, ChangeVerb, Task } from "@todo-mesh/contracts";
import { fieldsOf } from "./journal-entry.ts";
import { same } from "./same.ts";
import { changed, type Fields, type Stamp, type TaskChange, trashTask } from "./task-change.ts";

/**
 * The task without that change: each field it changed is as before, whatever else was changed since. Refused when
 * one of them was changed again, for that later change would be lost. A task that was created goes to the trash.
 */
export function takeBack(entry: ChangeEntry, task: Task | undefined, stamp: Stamp): TaskChange {
  if (!task) return { kind: "refused", why: `“${entry.title}” is gone for good` };
  if (entry.verb === "created") return trashTask(task, stamp);
  const names = Object.keys(entry.after);
  const now = fieldsOf(task, names);
  const later = names.find(
    (name) => !same(now[name], entry.after[name]) && !same(now[name], entry.before[name]),
  );
  if (later)
    return { kind: "refused", why: `The ${later} of “${task.title}” was changed again since` };
  const fields: Fields = entry.before;
  return changed(verbOf(task, fields), task, fields, stamp);
}

function verbOf(task: Task, fields: Fields): ChangeVerb {
  if (fields.deleted_at !== undefined) return fields.deleted_at === null ? "restored" : "deleted";
  if (fields.status === undefined || fields.status === task.status) return "updated";
  return fields.status === "done" ? "completed" : "reopened";
}
