import type { Task, Which } from "@todo-mesh/contracts";
import { addDays, isOverdue, startOfDay, toLocal } from "@todo-mesh/recurrence";
import { firstAfter } from "./first-after.ts";
import { isKept, isOpen, wasDone } from "./task-list.ts";
import { orderOf } from "./task-order.ts";

/** The tasks that are shown of those someone asked for, and how many there are. */
interface TasksShown {
  readonly total: number;
  readonly tasks: readonly Task[];
}

/**
 * The first tasks of those someone asks to see, in the order they want them: by due time, the done ones last done
 * first. May rest after each part of the list.
 */
export function* tasksShown(
  parts: readonly ReadonlyMap<string, Task>[],
  which: Which,
  { now, timezone }: { readonly now: Date; readonly timezone: string },
  count: number,
): Generator<undefined, TasksShown> {
  const isAskedFor = asked(which, now, timezone);
  const isWanted = (task: Task): boolean => isKept(task) && isAskedFor(task);
  const order = orderOf(which === "done" ? "-completed" : "due");
  let total = 0;
  const wantedOf = (part: ReadonlyMap<string, Task>): readonly Task[] => {
    const tasks = order.sorted(part).filter(isWanted);
    total += tasks.length;
    return tasks;
  };
  const first = yield* firstAfter(parts, wantedOf, { order, isWanted: () => true, count });
  return { total, tasks: first.map(({ task }) => task) };
}

function asked(which: Which, now: Date, timezone: string): (task: Task) => boolean {
  if (which === "done") return wasDone;
  if (which === "open") return isOpen;
  const isDue = which === "overdue" ? (due: Due) => isOverdue(due, now) : on(which, now, timezone);
  return (task) => isOpen(task) && task.due !== undefined && isDue(task.due);
}

type Due = NonNullable<Task["due"]>;

// A whole day is that day, wherever the person is by now.
function on(which: "today" | "tomorrow", now: Date, timezone: string): (due: Due) => boolean {
  const day = addDays(toLocal(now, timezone), which === "today" ? 0 : 1);
  const begins = startOfDay(day, timezone).getTime();
  const ends = startOfDay(addDays(day, 1), timezone).getTime();
  return (due) => {
    if ("date" in due) return due.date === day;
    const at = Date.parse(due.at);
    return at >= begins && at < ends;
  };
}
