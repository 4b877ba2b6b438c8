import type { Task } from "@todo-mesh/contracts";
import type { TaskActions } from "./task-actions.ts";

/** What can be done with the task of a row. */
export interface RowActions extends TaskActions {
  readonly edit: (task: Task) => void;
  readonly beginRename: (task: Task) => void;
  readonly select: (task: Task) => void;
}
