import type { Change, ChangeEntry, Task } from "@todo-mesh/contracts";
import { same } from "../tasks/same.ts";
import type { Made } from "../tasks/task-change.ts";

type Fields = ChangeEntry["before"];

/** Who asked for a change, in which turn or batch, and what it takes back. */
export type Origin = Omit<Change, "id">;

// They follow from the entry itself: its id, its version, its time, and whose journal it stands in.
const TOLD = new Set<string>(["id", "user_id", "version", "change_id", "created_at", "updated_at"]);

/** A change as the journal keeps it. */
export function entryOf({ verb, before, task }: Made, origin: Origin): ChangeEntry {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(task)])];
  const changed = names.filter(
    (name) => !TOLD.has(name) && !same(fieldOf(before, name), fieldOf(task, name)),
  );
  return {
    ...origin,
    id: task.change_id,
    at: task.updated_at,
    verb,
    task_id: task.id,
    version: task.version,
    title: task.title,
    before: before ? fieldsOf(before, changed) : {},
    after: fieldsOf(task, changed),
  };
}

/** The fields of these names; `null` for what is not there. */
export const fieldsOf = (task: Task, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fieldOf(task, name) ?? null]));

const fieldOf = (task: Task | undefined, name: string): Fields[string] | undefined =>
  new Map(Object.entries<Fields[string] | undefined>({ ...task })).get(name);
