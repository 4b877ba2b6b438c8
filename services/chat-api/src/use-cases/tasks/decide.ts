import type { Operation, Task } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import type { Changes } from "@todo-mesh/state";
import { createTask, editTask, type TaskChange } from "../../domain/tasks/task-change.ts";
import { faultsIn } from "../../domain/tasks/task-fault.ts";
import { isExpired, isKept } from "../../domain/tasks/task-list.ts";
import type { TaskDeps } from "../deps.ts";
import { refusal } from "../refusal.ts";
import { resolveTaskInput } from "./resolve-task-input.ts";

/**
 * What an operation does to a person's list, before it is done: `not-found`, `stale` when the task has another
 * version than was expected, `invalid` with the fields at fault.
 */
export function decide(
  operation: Operation,
  { userId, draft }: { readonly userId: string; readonly draft: Changes<Task> },
  { actions, clock, ids }: Pick<TaskDeps, "actions" | "clock" | "ids">,
): TaskChange {
  const stamp = { now: clock.now(), changeId: ids.next() };
  if (!("id" in operation)) {
    const input = { ...resolveTaskInput(operation.task, stamp.now), title: operation.task.title };
    return sound(createTask({ ...input, id: ids.next(), userId }, stamp));
  }
  if ("task" in operation) {
    const task = theirs(draft, operation, isKept);
    return sound(editTask(task, resolveTaskInput(operation.task, stamp.now, task), stamp));
  }
  const { apply, inTrash } = actions.withOp(operation.op);
  const reaches = inTrash ? (task: Task) => !isExpired(task, stamp.now) : isKept;
  const said = "until" in operation ? { until: operation.until } : undefined;
  return apply(theirs(draft, operation, reaches), stamp, said);
}

function sound(change: TaskChange): TaskChange {
  const faults = faultsIn(change);
  if (faults.length > 0) throw refusal(...faults);
  return change;
}

// What lies in the trash is as gone as what never was, but for what reaches it.
function theirs(
  draft: Changes<Task>,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  reaches: (task: Task) => boolean,
): Task {
  const task = draft.get(id);
  if (!task || !reaches(task)) throw new AppError("not-found", "There is no such task");
  if (version !== undefined && task.version !== version)
    throw new AppError(
      "stale",
      `The task has changed: it is at version ${task.version}, not ${version}. Read it again`,
    );
  return task;
}
