import type { FieldError, Task } from "@todo-mesh/contracts";
import type { TaskChange } from "./task-change.ts";
import { reminderFaults } from "./task-reminders.ts";

/** All in a task that contradicts itself after a change, and the way out. */
export const faultsIn = (change: TaskChange): FieldError[] =>
  change.kind === "changed" ? taskFaults(change.task) : [];

function taskFaults(task: Task): FieldError[] {
  if (task.repeat && !task.due)
    return [{ field: "due", message: "follows from repeat: take repeat away as well" }];
  return reminderFaults(task);
}
