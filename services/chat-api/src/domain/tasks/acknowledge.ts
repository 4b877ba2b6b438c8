import type { Task } from "@todo-mesh/contracts";
import { changed, type Stamp, type TaskChange } from "./task-change.ts";
import { isOpen } from "./task-list.ts";

const MINUTE_MS = 60_000;

/** Whether what rang of a task then may be repeated still, and its person does not know of it yet. */
export function nagsAbout(task: Task, rangAt: string, now: Date): boolean {
  const { nag, acknowledged_at } = task;
  if (!nag || !isOpen(task)) return false;
  const isKnown =
    acknowledged_at !== undefined && Date.parse(acknowledged_at) >= Date.parse(rangAt);
  const lastMs = Date.parse(rangAt) + nag.every_minutes * nag.times * MINUTE_MS;
  return !isKnown && now.getTime() <= lastMs;
}

/** The person knows of what rang of the task until then: it is not repeated. A snooze and later rings stay. */
export const acknowledge = (task: Task, rangAt: string, stamp: Stamp): TaskChange =>
  changed("dismissed", task, { acknowledged_at: rangAt }, stamp);
