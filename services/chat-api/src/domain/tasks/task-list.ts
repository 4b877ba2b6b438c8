import { type Task, type TaskQuery, tagKey } from "@todo-mesh/contracts";
import { beginOf, isOverdue } from "@todo-mesh/recurrence";

/** Which tasks are wanted; everything named must hold. Instants are RFC 3339. */
export type TaskFilter = Partial<Omit<TaskQuery, "limit" | "cursor" | "sort" | "query">>;

const TRASH_MS = 30 * 86_400_000;

/** Tasks in the trash are nobody's. */
export const isKept = (task: Task): boolean => task.deleted_at === undefined;
export const isOpen = (task: Task): boolean => isKept(task) && task.status === "open";
export const isDone = (task: Task): boolean => isKept(task) && !isOpen(task);
export const isOpenSeries = (task: Task): boolean => isOpen(task) && task.repeat !== undefined;

/** Silent until a moment that is still to come. */
export const isMuted = (task: Task, now: Date): boolean =>
  isKept(task) && task.muted !== undefined && Date.parse(task.muted.until) > now.getTime();

/** Done, or coming again and done for one of its dates at least. */
export const wasDone = (task: Task): boolean =>
  task.status === "done" || (task.occurrences?.done ?? 0) > 0;

/** When that was last. */
export const doneAt = ({ completed_at, occurrences }: Task): string | undefined =>
  completed_at ?? occurrences?.done_at;

/** What has lain in the trash for 30 days may go for good, and cannot be restored any more. */
export const isExpired = ({ deleted_at }: Pick<Task, "deleted_at">, now: Date): boolean =>
  deleted_at !== undefined && now.getTime() - Date.parse(deleted_at) > TRASH_MS;

type Test = (task: Task) => boolean;

/** Whether a task is among those asked for, whatever its words; these are `spokenOf`'s. */
export function matching(filter: TaskFilter, now: Date): Test {
  const tests = [...ofStatus(filter, now), ...ofFields(filter), ...ofTimes(filter, now)];
  return (task) => tests.every((test) => test(task));
}

function ofStatus({ status }: TaskFilter, now: Date): Test[] {
  if (status === "trash") return [(task) => !isKept(task) && !isExpired(task, now)];
  if (status === "open") return [isOpen];
  return status === "done" ? [isKept, wasDone] : [isKept];
}

function ofFields({ priority, tag }: TaskFilter): Test[] {
  return [
    ...(priority ? [(task: Task) => priority.some((each) => each === task.priority)] : []),
    ...(tag ? [hasTags(tag)] : []),
  ];
}

function ofTimes(filter: TaskFilter, now: Date): Test[] {
  const { due, overdue, due_after, due_before, completed_after, completed_before } = filter;
  const isLate: Test = (task) =>
    task.status === "open" && task.due !== undefined && isOverdue(task.due, now);
  return [
    ...(due ? [(task: Task) => task.due === undefined] : []),
    ...(overdue ? [(task: Task) => isLate(task) === (overdue === "true")] : []),
    ...within(due_after, due_before, (task) => task.due && beginOf(task.due)),
    ...within(completed_after, completed_before, doneAt),
  ];
}

function hasTags(wanted: readonly string[]): Test {
  const keys = wanted.map(tagKey);
  return ({ tags = [] }) => {
    if (tags.length === 0) return false;
    const own = new Set(tags.map(tagKey));
    return keys.every((key) => own.has(key));
  };
}

/** `after <= time < before`; what has no such time is not within. */
function within(
  after: string | undefined,
  before: string | undefined,
  timeOf: (task: Task) => string | undefined,
): Test[] {
  if (after === undefined && before === undefined) return [];
  const from = after === undefined ? -Infinity : Date.parse(after);
  const to = before === undefined ? Infinity : Date.parse(before);
  return [
    (task) => {
      const at = Date.parse(timeOf(task) ?? "");
      return at >= from && at < to;
    },
  ];
}
