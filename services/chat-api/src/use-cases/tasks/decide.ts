import {
  atFault,
  isRefusal,
  type Operation,
  type Refusal,
  refuse,
  type Task,
} from "@todo-mesh/contracts";
import type { Changes } from "@todo-mesh/state";
import {
  createTask,
  editTask,
  type Stamp,
  type TaskChange,
} from "../../domain/tasks/task-change.ts";
import { REASONS } from "../../domain/tasks/reasons.ts";
import { faultsIn } from "../../domain/tasks/task-fault.ts";
import { isExpired, isKept } from "../../domain/tasks/task-list.ts";
import type { Spoken } from "../../domain/grammar/until-moment.ts";
import type { TaskDeps } from "../deps.ts";
import { resolveTaskInput } from "./resolve-task-input.ts";

/**
 * What an operation does to a person's list, before it is done: `not-found`, `stale` when the task has another
 * version than was expected, `invalid` with the fields at fault.
 */
export function decide(operation: Operation, list: TheirList, deps: DecideDeps): TaskChange {
  const stamp = { now: deps.clock.now(), changeId: deps.ids.next() };
  if ("id" in operation) return changeOf(operation, list, { deps, stamp });
  const input = resolveTaskInput(operation.task, stamp.now);
  if (isRefusal(input)) return input;
  const { title } = operation.task;
  return sound(createTask({ ...input, title, id: deps.ids.next(), userId: list.userId }, stamp));
}

interface TheirList {
  readonly userId: string;
  readonly draft: Changes<Task>;
  /** Where and how they speak, if it has a phrase. */
  readonly context?: Spoken | undefined;
}
type DecideDeps = Pick<TaskDeps, "actions" | "clock" | "ids">;

/** What an operation does to a task that is there. */
function changeOf(
  operation: Extract<Operation, { id: string }>,
  { draft, context }: TheirList,
  { deps, stamp }: { readonly deps: DecideDeps; readonly stamp: Stamp },
): TaskChange {
  if ("task" in operation) {
    const task = theirs(draft, operation, isKept);
    if (isRefusal(task)) return task;
    const edit = resolveTaskInput(operation.task, stamp.now, task);
    return isRefusal(edit) ? edit : sound(editTask(task, edit, stamp));
  }
  const { apply, inTrash } = deps.actions.withOp(operation.op);
  const reaches = inTrash ? (task: Task) => !isExpired(task, stamp.now) : isKept;
  const task = theirs(draft, operation, reaches);
  if (isRefusal(task)) return task;
  return apply(task, stamp, "until" in operation ? { until: operation.until, context } : undefined);
}

function sound(change: TaskChange): TaskChange {
  const faults = faultsIn(change);
  return faults.length > 0 ? atFault(...faults) : change;
}

// What lies in the trash is as gone as what never was, but for what reaches it.
function theirs(
  draft: Changes<Task>,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  reaches: (task: Task) => boolean,
): Task | Refusal {
  const task = draft.get(id);
  if (!task || !reaches(task)) return refuse("not-found", REASONS["no-such-task"]);
  if (version !== undefined && task.version !== version)
    return refuse(
      "stale",
      `The task has changed: it is at version ${task.version}, not ${version}. Read it again`,
    );
  return task;
}
