import {
  type Change,
  type Task,
  TaskCompleted,
  TaskCreated,
  TaskDeleted,
  TaskReopened,
  TaskUpdated,
} from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { eventOf, type Transaction } from "@todo-mesh/state";
import type { TaskChange } from "../domain/task-change.ts";
import { expiredTrash, isOpen, MOST_KEPT, MOST_OPEN } from "../domain/task-list.ts";
import type { TaskDeps, TasksInTransaction } from "./deps.ts";

/** Who asked for a change, and in which turn of the chat. */
export type Origin = Omit<Change, "id">;

const EVENT = {
  created: TaskCreated,
  updated: TaskUpdated,
  completed: TaskCompleted,
  reopened: TaskReopened,
  deleted: TaskDeleted,
} as const;

/** Writes a change and its event into the transaction; answers the task as it is then. What did not change writes nothing. */
export async function keepChange(
  { outbox, ids, clock }: TaskDeps,
  tx: Transaction,
  book: TasksInTransaction,
  { change, origin }: { readonly change: TaskChange; readonly origin: Origin },
): Promise<Task> {
  const { task } = change;
  if (change.kind === "unchanged") return task;
  if (change.verb === "created") emptyOldTrash(book, clock.now());
  if (change.verb === "created" || change.verb === "reopened") refuseTooMany(book.all());
  book.put(task);
  const data = { user_id: task.user_id, task, change: { id: ids.next(), ...origin } };
  const about = { userId: task.user_id, subject: task.id, data };
  await outbox.add(tx, [eventOf(EVENT[change.verb], about)]);
  return task;
}

// Whoever adds clears up: nobody else ever looks at a list that its owner has left alone.
function emptyOldTrash(book: TasksInTransaction, now: Date): void {
  for (const { id } of expiredTrash(book.all(), now)) book.remove(id);
}

function refuseTooMany(tasks: readonly Task[]): void {
  if (tasks.filter(isOpen).length >= MOST_OPEN)
    throw new AppError(
      "conflict",
      `There are ${MOST_OPEN} open tasks already: complete or delete some first`,
    );
  if (tasks.length >= MOST_KEPT)
    throw new AppError(
      "conflict",
      `There are ${MOST_KEPT} tasks already, with those done or in the trash`,
    );
}
