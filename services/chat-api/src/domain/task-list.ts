import type { Task } from "@todo-mesh/contracts";
import { wordsOf } from "./words.ts";

/** Which tasks are wanted; everything named must hold. Instants are RFC 3339. */
export interface TaskFilter {
  readonly status?: Task["status"] | undefined;
  readonly due_before?: string | undefined;
  readonly due_after?: string | undefined;
  readonly query?: string | undefined;
}

/** How many open tasks a person can have, and how many in all, with those done or in the trash. */
export const MOST_OPEN = 10_000;
export const MOST_KEPT = 20_000;
const TRASH_MS = 30 * 86_400_000;
const CLEARED_AT_ONCE = 10;

/** Tasks in the trash are nobody's. */
export const isKept = (task: Task): boolean => task.deleted_at === undefined;
export const isOpen = (task: Task): boolean => isKept(task) && task.status === "open";

/** `due_after <= due < due_before`; `query`: each of its words begins a word of the title or the notes. */
export function matching(tasks: readonly Task[], filter: TaskFilter): Task[] {
  const speaks = speaksOf(filter.query?.trim() ?? "");
  return tasks.filter(
    (task) =>
      isKept(task) &&
      (filter.status === undefined || task.status === filter.status) &&
      dueWithin(task, filter) &&
      speaks(task),
  );
}

/** Ids are made in the order of time, and never change. */
export const inOrderMade = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((one, other) => compare(one.id, other.id));

/** Some of what has lain in the trash for 30 days and may go for good. */
export const expiredTrash = (tasks: readonly Task[], now: Date): Task[] =>
  tasks
    .filter(({ deleted_at }) => deleted_at && now.getTime() - Date.parse(deleted_at) > TRASH_MS)
    .slice(0, CLEARED_AT_ONCE);

/**
 * One page of tasks in the order they were made, which no change disturbs: a task that stays in the
 * list is on exactly one page, whatever comes and goes in between.
 */
export function pageAfter(tasks: readonly Task[], after: string | undefined, limit: number) {
  const rest = after === undefined ? tasks : tasks.filter(({ id }) => id > after);
  const items = rest.slice(0, limit);
  return { items, last: rest.length > limit ? items.at(-1)?.id : undefined };
}

/** What is due first comes first, what has no date last, and among equals the older. */
export function byDue(one: Task, other: Task): number {
  const order = compare(one.due?.at ?? "~", other.due?.at ?? "~");
  return order === 0 ? compare(one.id, other.id) : order;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function dueWithin({ due }: Task, { due_before, due_after }: TaskFilter): boolean {
  if (due_before === undefined && due_after === undefined) return true;
  if (!due) return false;
  const at = Date.parse(due.at);
  return (
    (due_before === undefined || at < Date.parse(due_before)) &&
    (due_after === undefined || at >= Date.parse(due_after))
  );
}

function speaksOf(query: string): (task: Task) => boolean {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return ({ title }) => title.includes(query);
  return (task) => wanted.every((want) => words(task).some((word) => word.startsWith(want)));
}

// Ten thousand titles take longer to cut into words than to look through; a task never changes in place.
const cut = new WeakMap<Task, readonly string[]>();
function words(task: Task): readonly string[] {
  const known = cut.get(task) ?? wordsOf(`${task.title} ${task.notes ?? ""}`);
  cut.set(task, known);
  return known;
}
