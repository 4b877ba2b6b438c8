import { type Occurrence, refuse, type Task } from "@todo-mesh/contracts";
import { resolveMoment, toInstant } from "@todo-mesh/recurrence";
import { changed, type Stamp, type TaskChange } from "./task-change.ts";
import { isOpen } from "./task-list.ts";

type DueTime = Extract<NonNullable<Task["due"]>, { at: string }>;

const floats = (due: Task["due"]): due is DueTime & { floating: true } =>
  due !== undefined && "at" in due && due.floating === true;

/** Whether an open task is due by the clock wherever the person is, and was last told that this is another zone. */
export const isElsewhere = (task: Task, timezone: string): boolean =>
  isOpen(task) && floats(task.due) && task.due.timezone !== timezone;

/** The date of its series that a due time is, where the series goes along to another zone. */
function occurrenceIn({ due, repeat }: Task, timezone: string): Occurrence | undefined {
  const known = due?.occurrence;
  if (!known || !repeat?.floating) return known;
  return { ...known, at: toInstant(known.local, timezone).toISOString() };
}

/** The task due at the same time by the clock of another zone, and its series with it. */
export function moveTo(task: Task, timezone: string, stamp: Stamp): TaskChange {
  if (!floats(task.due)) return { kind: "unchanged", task };
  const resolved = resolveMoment({ local: task.due.local, timezone, floating: true });
  if (resolved.kind === "invalid") return refuse("conflict", resolved.message);
  // The name as it was asked for, so that a task that has arrived is known to have.
  const repeat = task.repeat?.floating ? { ...task.repeat, timezone } : task.repeat;
  const occurrence = occurrenceIn(task, timezone);
  const due = { ...resolved.due, timezone, ...(occurrence && { occurrence }) };
  return changed("updated", task, { due, repeat }, stamp);
}
