import type { DueTime, Task, TaskLine } from "@todo-mesh/contracts";
import { toLocal } from "@todo-mesh/recurrence";

// Enough to choose from, and small enough to keep in every conversation.
export const SHOWN = 20;

/** A task as an answer of the assistant shows it. */
export const lineOf = ({ id, title, status, due }: Task): TaskLine => ({
  id,
  title,
  status,
  ...(due && { due }),
});

/** Until when a task is silent by what was said last of it. */
export function silentUntil({ snoozed, muted, updated_at }: Task): DueTime | undefined {
  const said = snoozed?.since === updated_at ? snoozed : (muted ?? snoozed);
  if (!said) return undefined;
  const { until: at, timezone } = said;
  return { at, timezone, local: toLocal(new Date(at), timezone) };
}

/** The same in a list of what is done: a series says which of its dates were. */
export function doneLineOf(task: Task): TaskLine {
  const { status, occurrences } = task;
  if (status === "done" || !occurrences) return lineOf(task);
  const last = occurrences.recent.findLast(({ state }) => state === "done")?.occurrence;
  return { ...lineOf(task), done: { times: occurrences.done, ...(last && { last }) } };
}

/** The first twenty, and how many there are. */
export const shownOf = (tasks: readonly Task[]) => ({
  total: tasks.length,
  tasks: tasks.slice(0, SHOWN).map(lineOf),
});
