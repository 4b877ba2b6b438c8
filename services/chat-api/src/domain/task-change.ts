import { type ChangeVerb, type Due, Task } from "@todo-mesh/contracts";
import { beginOf, movedTo, rollForward } from "@todo-mesh/recurrence";
import { type DateState, withOccurrence, withoutCompletion } from "./occurrence.ts";
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
  | { readonly kind: "refused"; readonly why: string };

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
function became(
  state: DateState,
  { repeat, occurrences, due: present }: Task,
  { now, changeId }: Stamp,
  due = present,
): Task["occurrences"] {
  if (!repeat || !due) return occurrences;
  return withOccurrence(occurrences, { state, due, at: now.toISOString(), changeId });
}

/** A repeating task is not done for good: it is due again at its next date, until its series is at its end. */
export function completeTask(task: Task, stamp: Stamp): TaskChange {
  if (task.status === "done") return { kind: "unchanged", task };
  const rolled = task.repeat && rollForward(task.repeat, task.due, stamp.now);
  const done = { status: "done" as const, completed_at: stamp.now.toISOString() };
  const occurrences = became("done", task, stamp);
  return changed("completed", task, { ...(rolled ?? done), occurrences }, stamp);
}

/** Lets the present date of a repeating task pass, as if it were done. */
export function skipTask(task: Task, stamp: Stamp): TaskChange {
  if (!task.repeat) return { kind: "refused", why: "It does not repeat, so there is no next date" };
  if (task.status === "done") return { kind: "refused", why: "It is done: reopen it first" };
  const rolled = rollForward(task.repeat, task.due, passedAt(task, stamp.now));
  const occurrences = became("skipped", task, stamp);
  if (rolled) return changed("skipped", task, { ...rolled, occurrences }, stamp);
  return { kind: "refused", why: "This is the last date of its series: complete it, or end it" };
}

// Counted from completion, the next date is counted from the one that is let pass, if that is still ahead.
const passedAt = ({ due, repeat }: Task, now: Date): Date =>
  due && repeat?.from === "completion"
    ? new Date(Math.max(now.getTime(), Date.parse(beginOf(due))))
    : now;

/** It stays due when it is, and does not come again. */
export const endSeries = (task: Task, stamp: Stamp): TaskChange =>
  changed("updated", task, { repeat: null }, stamp);

export function reopenTask(task: Task, stamp: Stamp): TaskChange {
  if (task.status === "open") return { kind: "unchanged", task };
  const occurrences = withoutCompletion(task);
  return changed("reopened", task, { status: "open", completed_at: null, occurrences }, stamp);
}

/** Into the trash, where no list shows it. */
export function trashTask(task: Task, stamp: Stamp): TaskChange {
  if (task.deleted_at !== undefined) return { kind: "unchanged", task };
  return changed("deleted", task, { deleted_at: stamp.now.toISOString() }, stamp);
}

/** Out of the trash, as it was. */
export const restoreTask = (task: Task, stamp: Stamp): TaskChange =>
  changed("restored", task, { deleted_at: null }, stamp);

/** Gone for good. The version tells those who keep anything of it that there is no newer one. */
export function eraseTask(task: Task, { changeId, now }: Stamp): Made {
  const made = { version: task.version + 1, change_id: changeId, updated_at: now.toISOString() };
  return { kind: "changed", verb: "erased", before: task, task: { ...task, ...made } };
}

/** Any fields of a task that may change; `null` takes one away. */
export type Fields = { readonly [Field in keyof Task]?: Task[Field] | null | undefined };

/** The task with these fields, one version on; unchanged when it has them all already. */
export function changed(verb: ChangeVerb, task: Task, fields: Fields, stamp: Stamp): TaskChange {
  const next = taskOf({ ...task, ...fields });
  if (same(next, task)) return { kind: "unchanged", task };
  const made = { version: task.version + 1, change_id: stamp.changeId };
  const updated_at = stamp.now.toISOString();
  return { kind: "changed", verb, before: task, task: { ...next, ...made, updated_at } };
}

/** A task of what is there; what is null or undefined is not. An empty list of tags is none. */
function taskOf(fields: Readonly<Record<string, unknown>>): Task {
  const { tags, ...others } = fields;
  const kept = Array.isArray(tags) && tags.length > 0 ? { ...others, tags } : others;
  const there = Object.entries(kept).filter(([, value]) => value !== null && value !== undefined);
  return Task.parse(Object.fromEntries(there));
}
