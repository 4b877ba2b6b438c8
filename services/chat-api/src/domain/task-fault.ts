import type { Task } from "@todo-mesh/contracts";
import type { Fault } from "./rule-fault.ts";
import { reminderFault } from "./task-reminders.ts";

/** What in a task contradicts itself, and the way out; undefined when nothing does. */
export function taskFault(task: Task): Fault | undefined {
  if (task.repeat && !task.due)
    return { field: "due", message: "follows from repeat: take repeat away as well" };
  return reminderFault(task);
}
