import type { Due, Task } from "@todo-mesh/contracts";

type TaskVerb = "created" | "updated" | "completed" | "reopened" | "deleted";

/** What a request does to a task: a newer version and what it is called, or nothing at all. */
export type TaskChange =
  | { readonly kind: "changed"; readonly verb: TaskVerb; readonly task: Task }
  | { readonly kind: "unchanged"; readonly task: Task };

/** A task to be: its due time is resolved already. */
export interface NewTask {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly notes?: string | undefined;
  readonly due?: Due | undefined;
}

/** What changes in a task; `null` takes a field away, a field not named stays. */
export interface TaskEdit {
  readonly title?: string | undefined;
  readonly notes?: string | null | undefined;
  readonly due?: Due | null | undefined;
}

export function createTask(draft: NewTask, now: Date): TaskChange {
  const at = now.toISOString();
  const task: Task = {
    id: draft.id,
    user_id: draft.userId,
    title: draft.title,
    ...(draft.notes !== undefined && { notes: draft.notes }),
    status: "open",
    ...(draft.due && { due: draft.due }),
    version: 1,
    created_at: at,
    updated_at: at,
  };
  return { kind: "changed", verb: "created", task };
}

/** Naming a field with the value it has already changes nothing. */
export function editTask(task: Task, edit: TaskEdit, now: Date): TaskChange {
  const { notes: oldNotes, due: oldDue, ...rest } = task;
  const title = edit.title ?? task.title;
  const notes = edited(oldNotes, edit.notes);
  const due = edited(oldDue, edit.due);
  if (title === task.title && notes === oldNotes && sameDue(due, oldDue))
    return { kind: "unchanged", task };
  const next = { ...rest, title, ...(notes !== undefined && { notes }), ...(due && { due }) };
  return changed("updated", next, now);
}

function edited<Value>(old: Value | undefined, wanted: Value | null | undefined) {
  return wanted === undefined ? old : (wanted ?? undefined);
}

export function completeTask(task: Task, now: Date): TaskChange {
  if (task.status === "done") return { kind: "unchanged", task };
  return changed("completed", { ...task, status: "done", completed_at: now.toISOString() }, now);
}

export function reopenTask(task: Task, now: Date): TaskChange {
  if (task.status === "open") return { kind: "unchanged", task };
  const { completed_at: _, ...rest } = task;
  return changed("reopened", { ...rest, status: "open" }, now);
}

/** Into the trash, where no list shows it. */
export function trashTask(task: Task, now: Date): TaskChange {
  if (task.deleted_at !== undefined) return { kind: "unchanged", task };
  return changed("deleted", { ...task, deleted_at: now.toISOString() }, now);
}

function changed(verb: TaskVerb, task: Task, now: Date): TaskChange {
  const next = { ...task, version: task.version + 1, updated_at: now.toISOString() };
  return { kind: "changed", verb, task: next };
}

function sameDue(one: Due | undefined, other: Due | undefined): boolean {
  if (!one || !other) return one === other;
  return one.at === other.at && one.local === other.local && one.timezone === other.timezone;
}
