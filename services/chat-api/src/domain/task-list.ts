import { type Task, type TaskQuery, tagKey } from "@todo-mesh/contracts";
import { beginOf } from "./due.ts";

/** Which tasks are wanted; everything named must hold. Instants are RFC 3339. */
export type TaskFilter = Partial<Omit<TaskQuery, "limit" | "cursor" | "sort" | "query">>;

const TRASH_MS = 30 * 86_400_000;

/** Tasks in the trash are nobody's. */
export const isKept = (task: Task): boolean => task.deleted_at === undefined;
export const isOpen = (task: Task): boolean => isKept(task) && task.status === "open";

/** Done, or coming again and done for one of its dates at least. */
export const wasDone = (task: Task): boolean =>
  task.status === "done" || (task.occurrences?.done ?? 0) > 0;

/** When that was last. */
export const doneAt = ({ completed_at, occurrences }: Task): string =>
  completed_at ?? occurrences?.done_at ?? "";

/** What has lain in the trash for 30 days may go for good, and cannot be restored any more. */
export const isExpired = ({ deleted_at }: Pick<Task, "deleted_at">, now: Date): boolean =>
  deleted_at !== undefined && now.getTime() - Date.parse(deleted_at) > TRASH_MS;

/** Whether a task is among those asked for, whatever its words; these are `spokenOf`'s. */
export function matching(filter: TaskFilter, now: Date): (task: Task) => boolean {
  const { status, priority, tag, due_before, due_after } = filter;
  const tests: ((task: Task) => boolean)[] = [
    status === "trash" ? (task) => !isKept(task) && !isExpired(task, now) : isKept,
  ];
  if (status === "open") tests.push((task) => task.status === status);
  if (status === "done") tests.push(wasDone);
  if (priority) tests.push((task) => priority.some((each) => each === task.priority));
  if (tag) tests.push(hasTags(tag));
  if (due_before !== undefined || due_after !== undefined) tests.push(isDueWithin(filter));
  return (task) => tests.every((test) => test(task));
}

function hasTags(wanted: readonly string[]): (task: Task) => boolean {
  const keys = wanted.map(tagKey);
  return ({ tags = [] }) => {
    if (tags.length === 0) return false;
    const own = new Set(tags.map(tagKey));
    return keys.every((key) => own.has(key));
  };
}

function isDueWithin({ due_before, due_after }: TaskFilter): (task: Task) => boolean {
  const from = due_after === undefined ? -Infinity : Date.parse(due_after);
  const to = due_before === undefined ? Infinity : Date.parse(due_before);
  return ({ due }) => {
    const at = due ? Date.parse(beginOf(due)) : Number.NaN;
    return at >= from && at < to;
  };
}
