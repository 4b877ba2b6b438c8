import type { Task } from "@todo-mesh/contracts";
import type { Fault } from "./rule-fault.ts";
import type { TaskChange } from "./task-change.ts";
import { reminderFault } from "./task-reminders.ts";

/** What in a task contradicts itself after a change, and the way out; undefined when nothing does. */
export const faultIn = (change: TaskChange): Fault | undefined =>
  change.kind === "changed" ? taskFault(change.task) : undefined;

function taskFault(task: Task): Fault | undefined {
  if (task.repeat && !task.due)
    return { field: "due", message: "follows from repeat: take repeat away as well" };
  return reminderFault(task);
}
