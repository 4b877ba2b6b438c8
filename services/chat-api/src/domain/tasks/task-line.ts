import type { Task, TaskLine } from "@todo-mesh/contracts";

// Enough to choose from, and small enough to keep in every conversation.
export const SHOWN = 20;

/** A task as an answer of the assistant shows it. */
export const lineOf = ({ id, title, status, due }: Task): TaskLine => ({
  id,
  title,
  status,
  ...(due && { due }),
});

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
