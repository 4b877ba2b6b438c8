import type { Due, Repeat, Task } from "@todo-mesh/contracts";
import { rollForward, sameRepeat } from "./repeat.ts";

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
  readonly due?: Due | null | undefined;
  readonly repeat?: Repeat | null | undefined;
}

/** What changes in a task; `null` takes a field away, a field not named stays. */
export interface TaskEdit {
  readonly title?: string | undefined;
  readonly notes?: string | null | undefined;
  readonly due?: Due | null | undefined;
  readonly repeat?: Repeat | null | undefined;
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
    ...(draft.repeat && { repeat: draft.repeat }),
    version: 1,
    created_at: at,
    updated_at: at,
  };
  return { kind: "changed", verb: "created", task };
}

/** Naming a field with the value it has already changes nothing; naming the same `repeat` leaves its `due` as it is, too. */
export function editTask(task: Task, edit: TaskEdit, now: Date): TaskChange {
  const { notes: oldNotes, due: oldDue, repeat: oldRepeat, ...rest } = task;
  const title = edit.title ?? task.title;
  const notes = edited(oldNotes, edit.notes);
  const repeat = edited(oldRepeat, edit.repeat);
  const due =
    edit.repeat && same(sameRepeat, repeat, oldRepeat) ? oldDue : edited(oldDue, edit.due);
  const next: Task = {
    ...rest,
    title,
    ...(notes !== undefined && { notes }),
    ...(due && { due }),
    ...(repeat && { repeat }),
  };
  return isSame(task, next) ? { kind: "unchanged", task } : changed("updated", next, now);
}

function edited<Value>(old: Value | undefined, wanted: Value | null | undefined) {
  return wanted === undefined ? old : (wanted ?? undefined);
}

/** A repeating task is not done for good: it is due again at its next date, until its series is at its end. */
export function completeTask(task: Task, now: Date): TaskChange {
  if (task.status === "done") return { kind: "unchanged", task };
  const rolled = task.repeat && rollForward(task.repeat, task.due, now);
  if (rolled) return changed("completed", { ...task, ...rolled }, now);
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

const isSame = (one: Task, other: Task): boolean =>
  one.title === other.title &&
  one.notes === other.notes &&
  same(sameDue, one.due, other.due) &&
  same(sameRepeat, one.repeat, other.repeat);

const sameDue = (one: Due, other: Due): boolean =>
  one.at === other.at && one.local === other.local && one.timezone === other.timezone;

function same<Value>(
  are: (one: Value, other: Value) => boolean,
  one: Value | undefined,
  other: Value | undefined,
): boolean {
  return one === undefined || other === undefined ? one === other : are(one, other);
}
