import { type ChangeVerb, type Due, type Refusal, Task } from "@todo-mesh/contracts";
import { movedTo } from "@todo-mesh/recurrence";
import { type DateState, withOccurrence } from "./occurrence.ts";
import { same } from "./same.ts";
import { goneWith } from "./task-reminders.ts";

/** What a request does to a task: another version of it and what that is called, nothing at all, or no. */
export type TaskChange =
  | {
      readonly kind: "changed";
      readonly verb: ChangeVerb;
      readonly before?: Task | undefined;
      readonly task: Task;
    }
  | { readonly kind: "unchanged"; readonly task: Task }
  | Refusal;

export type Made = Extract<TaskChange, { kind: "changed" }>;

/** The change that is made, and when. */
export interface Stamp {
  readonly changeId: string;
  readonly now: Date;
}

type Wanted = Pick<
  Task,
  "title" | "notes" | "priority" | "tags" | "due" | "repeat" | "reminders" | "nag"
>;

/** What changes in a task; `null` takes a field away, a field not named stays. */
export type TaskEdit = { readonly [Field in keyof Wanted]?: Wanted[Field] | null | undefined };

/** A task to be: its times are resolved already. */
export interface NewTask extends TaskEdit {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
}

export function createTask({ id, userId, ...draft }: NewTask, { changeId, now }: Stamp): Made {
  const at = now.toISOString();
  const born = { id, user_id: userId, status: "open", version: 1, change_id: changeId };
  const task = taskOf({ ...draft, ...born, created_at: at, updated_at: at });
  return { kind: "changed", verb: "created", task };
}

/** Naming a field with the value it has already changes nothing. What hangs on what is taken away goes along. */
export function editTask(task: Task, edit: TaskEdit, stamp: Stamp): TaskChange {
  const due = dueAfter(task, edit);
  const occurrences = isMove(task, edit, due) ? became("moved", task, stamp, due) : undefined;
  const all = { ...edit, ...goneWith(task, edit), due, occurrences };
  const named = Object.entries(all).filter(([, value]) => value !== undefined);
  return changed("updated", task, Object.fromEntries(named), stamp);
}

function dueAfter(task: Task, { due, repeat }: TaskEdit): TaskEdit["due"] {
  if (!due || repeat !== undefined || !task.repeat || !task.due) return due;
  return movedTo(task.due, due);
}

/** Whether a date of a series is moved by hand, and the series left alone. */
const isMove = (task: Task, { repeat }: TaskEdit, due: TaskEdit["due"]): due is Due =>
  Boolean(due && task.repeat) && repeat === undefined && !same(due, task.due);

/** What became of the date that a repeating task is due at. */
export function became(
  state: DateState,
  { repeat, occurrences, due: present }: Task,
  { now, changeId }: Stamp,
  due = present,
): Task["occurrences"] {
  if (!repeat || !due) return occurrences;
  return withOccurrence(occurrences, { state, due, at: now.toISOString(), changeId });
}

/** Into the trash, where no list shows it. */
export function trashTask(task: Task, stamp: Stamp): TaskChange {
  if (task.deleted_at !== undefined) return { kind: "unchanged", task };
  return changed("deleted", task, { deleted_at: stamp.now.toISOString() }, stamp);
}

/** Gone for good. The version tells those who keep anything of it that there is no newer one. */
export function eraseTask(task: Task, { changeId, now }: Stamp): Made {
  const made = { version: task.version + 1, change_id: changeId, updated_at: now.toISOString() };
  return { kind: "changed", verb: "erased", before: task, task: { ...task, ...made } };
}

/** Any fields of a task that may change; `null` takes one away. */
export type Fields = { readonly [Field in keyof Task]?: Task[Field] | null | undefined };

/** The task with these fields, one version on; unchanged when it has them all already. */
export function changed(verb: ChangeVerb, task: Task, fields: Fields, stamp: Stamp): TaskChange {
  const next = taskOf({ ...task, ...(endsSnooze(task, fields) && { snoozed: null }), ...fields });
  if (same(next, task)) return { kind: "unchanged", task };
  const made = { version: task.version + 1, change_id: stamp.changeId };
  const updated_at = stamp.now.toISOString();
  return { kind: "changed", verb, before: task, task: { ...next, ...made, updated_at } };
}

// What was snoozed is over with a new due time, once it is done, and in the trash.
const endsSnooze = ({ due }: Task, fields: Fields): boolean =>
  (fields.due !== undefined && !same(fields.due, due)) ||
  fields.status === "done" ||
  Boolean(fields.deleted_at);

/** A task of what is there; what is null or undefined is not. An empty list of tags is none. */
function taskOf(fields: Readonly<Record<string, unknown>>): Task {
  const { tags, ...others } = fields;
  const kept = Array.isArray(tags) && tags.length > 0 ? { ...others, tags } : others;
  const there = Object.entries(kept).filter(([, value]) => value !== null && value !== undefined);
  return Task.parse(Object.fromEntries(there));
}
