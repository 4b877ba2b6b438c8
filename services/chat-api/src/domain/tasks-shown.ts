import type { Task } from "@todo-mesh/contracts";
import { Temporal } from "temporal-polyfill";
import type { Which } from "./grammar/intent.ts";
import { byDue, isKept, isOpen } from "./task-list.ts";

/** The tasks someone asks to see, in the order they want them: by due time, the done ones last done first. */
export function tasksShown(
  tasks: readonly Task[],
  which: Which,
  now: Date,
  timezone: string,
): Task[] {
  if (which === "done")
    return tasks
      .filter((task) => isKept(task) && task.status === "done")
      .toSorted((one, other) => (other.completed_at ?? "").localeCompare(one.completed_at ?? ""));
  return tasks
    .filter((task) => isOpen(task) && isAskedFor(task, which, now, timezone))
    .toSorted(byDue);
}

function isAskedFor({ due }: Task, which: Which, now: Date, timezone: string): boolean {
  if (which === "open") return true;
  if (!due) return false;
  if (which === "overdue") return Date.parse(due.at) < now.getTime();
  const today = dayOf(now.toISOString(), timezone);
  const wanted = which === "today" ? today : today.add({ days: 1 });
  return dayOf(due.at, timezone).equals(wanted);
}

const dayOf = (at: string, timezone: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timezone).toPlainDate();
