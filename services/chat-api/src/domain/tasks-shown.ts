import type { Task } from "@todo-mesh/contracts";
import { Temporal } from "temporal-polyfill";
import { isOverdue } from "./due.ts";
import type { Which } from "./grammar/intent.ts";
import { doneAt, isKept, isOpen, wasDone } from "./task-list.ts";
import { orderOf } from "./task-order.ts";

/** The tasks someone asks to see, in the order they want them: by due time, the done ones last done first. */
export function tasksShown(
  tasks: Iterable<Task>,
  which: Which,
  now: Date,
  timezone: string,
): Task[] {
  const isAskedFor = asked(which, now, timezone);
  const shown = [...tasks].filter((task) => isKept(task) && isAskedFor(task));
  if (which !== "done") return [...orderOf("due").inOrder(shown)];
  return shown.toSorted((one, other) => doneAt(other).localeCompare(doneAt(one)));
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
  const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timezone).toPlainDate();
  const day = which === "today" ? today : today.add({ days: 1 });
  const begins = day.toZonedDateTime(timezone).epochMilliseconds;
  const ends = day.add({ days: 1 }).toZonedDateTime(timezone).epochMilliseconds;
  return (due) => {
    if ("date" in due) return due.date === day.toString();
    const at = Date.parse(due.at);
    return at >= begins && at < ends;
  };
}
