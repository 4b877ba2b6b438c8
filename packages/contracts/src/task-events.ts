import { type DataOf, defineEvent } from "./event.ts";
import { Change, Task } from "./task.ts";

export const TASKS_TOPIC = "todo.tasks.events";

// The whole task after the change: a consumer never has to ask back, and `task.version` orders what it sees.
const taskEvent = (verb: string) =>
  defineEvent(`todo.task.${verb}.v1`, TASKS_TOPIC, { task: Task, change: Change });

export const TaskCreated = taskEvent("created");
export const TaskUpdated = taskEvent("updated");
export const TaskCompleted = taskEvent("completed");
export const TaskReopened = taskEvent("reopened");
export const TaskDeleted = taskEvent("deleted");
export const TaskRestored = taskEvent("restored");

/** Every way a task can change. */
export const TASK_EVENTS = [
  TaskCreated,
  TaskUpdated,
  TaskCompleted,
  TaskReopened,
  TaskDeleted,
  TaskRestored,
] as const;
export type TaskEventData = DataOf<typeof TaskCreated>;
