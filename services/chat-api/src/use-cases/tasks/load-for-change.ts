import type { Task } from "@todo-mesh/contracts";
import { type Changes, headOf, type Transaction } from "@todo-mesh/state";
import type { TaskDeps } from "../deps.ts";
import { journalOf } from "../journal/journal.ts";

/** So many tasks, however long their notes, still fit into one transaction. */
export const TOGETHER = 20;

/** A person's tasks, to be changed. Where their journal ends is asked for at the same time: a change needs both. */
export async function loadForChange(
  { tasks }: Pick<TaskDeps, "tasks">,
  tx: Transaction,
  userId: string,
): Promise<Changes<Task>> {
  const [draft] = await Promise.all([tasks.change(tx, userId), headOf(tx, journalOf(userId))]);
  return draft;
}
