import type { Operation, Task } from "@todo-mesh/contracts";
import { AppError, type Clock, type IdSource } from "@todo-mesh/ports";
import type { Changes } from "@todo-mesh/state";
import {
  completeTask,
  createTask,
  editTask,
  endSeries,
  reopenTask,
  restoreTask,
  skipTask,
  type Stamp,
  type TaskChange,
  trashTask,
} from "../domain/task-change.ts";
import { faultsIn } from "../domain/task-fault.ts";
import { isExpired, isKept } from "../domain/task-list.ts";
import { refusal } from "./refusal.ts";
import { wantedOf } from "./wanted-of.ts";

type OfTask = Exclude<Operation, { op: "create" }>;

const VERBS = {
  complete: completeTask,
  reopen: reopenTask,
  skip: skipTask,
  end_series: endSeries,
  delete: trashTask,
  restore: restoreTask,
};

/**
 * What an operation does to a person's list, before it is done: `not-found`, `stale` when the task has another
 * version than was expected, `invalid` with the fields at fault.
 */
export function decide(
  operation: Operation,
  { userId, book }: { readonly userId: string; readonly book: Changes<Task> },
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): TaskChange {
  const stamp = { now: clock.now(), changeId: ids.next() };
  if (operation.op === "create") {
    const draft = { ...wantedOf(operation.task, stamp.now), title: operation.task.title };
    return sound(createTask({ ...draft, id: ids.next(), userId }, stamp));
  }
  const task = theirs(book, operation, stamp.now);
  return operation.op === "update"
    ? sound(editTask(task, wantedOf(operation.task, stamp.now, task), stamp))
    : bare(operation.op, task, stamp);
}

const bare = (op: keyof typeof VERBS, task: Task, stamp: Stamp): TaskChange =>
  VERBS[op](task, stamp);

function sound(change: TaskChange): TaskChange {
  const faults = faultsIn(change);
  if (faults.length > 0) throw refusal(...faults);
  return change;
}

// What lies in the trash is as gone as what never was, but for who restores it, or deletes it again.
function theirs(book: Changes<Task>, { op, id, version }: OfTask, now: Date): Task {
  const task = book.get(id);
  const reaches = op === "restore" ? task && !isExpired(task, now) : task && isKept(task);
  if (!task || !reaches) throw new AppError("not-found", "There is no such task");
  if (version !== undefined && task.version !== version)
    throw new AppError(
      "stale",
      `The task has changed: it is at version ${task.version}, not ${version}. Read it again`,
    );
  return task;
}
