import { z } from "zod";
import { Change } from "../tasks/change.ts";
import { type DataOf, defineEvent } from "./event.ts";
import { Task } from "../tasks/task.ts";

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

/** A task is gone for good: whoever keeps anything of it lets go of it. `task_version` is higher than any it had. */
export const TaskErased = defineEvent("todo.task.erased.v1", TASKS_TOPIC, {
  task_id: z.uuid(),
  task_version: z.int().positive(),
  change: Change,
});
export type TaskErased = DataOf<typeof TaskErased>;

/** As `PersonErased`; it is said here as well for one more version, for the last one listens here. */
export const UserErased = defineEvent("todo.user.erased.v1", TASKS_TOPIC, {
  erased_at: z.iso.datetime(),
});
export type UserErased = DataOf<typeof UserErased>;
