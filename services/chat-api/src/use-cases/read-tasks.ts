import type {
  StandingAnswer,
  StandingRequest,
  Task,
  TaskPage,
  TaskQuery,
} from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { ringsAt } from "../domain/repeat.ts";
import { isKept, isOpen, matching, pageAfter } from "../domain/task-list.ts";
import { cursorOf, readCursor } from "./cursor.ts";
import type { TaskDeps } from "./deps.ts";

/** One task of a person; `not-found` also for what lies in the trash or is another's. */
export function readTask({ tasks }: Pick<TaskDeps, "tasks">) {
  return async (userId: string, id: string): Promise<Task> => {
    const task = await tasks.one(userId, id);
    if (!task || !isKept(task)) throw new AppError("not-found", "There is no such task");
    return task;
  };
}

export type ReadTask = ReturnType<typeof readTask>;

/** One page of a person's tasks. A cursor that this list did not give is `invalid`. */
export function listTasks({ tasks }: Pick<TaskDeps, "tasks">) {
  return async (userId: string, { limit, cursor, ...filter }: TaskQuery): Promise<TaskPage> => {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const { items, last } = pageAfter(matching(await tasks.of(userId), filter), after, limit);
    return { items, ...(last !== undefined && { next_cursor: cursorOf(last) }) };
  };
}

export type ListTasks = ReturnType<typeof listTasks>;

/** Whether tasks still want their reminders. A task that is not there does not. */
export function tellStanding({ tasks }: Pick<TaskDeps, "tasks">) {
  return async (request: StandingRequest): Promise<StandingAnswer> => ({
    tasks: await Promise.all(
      request.tasks.map(async ({ user_id, task_id, due_at }) => {
        const task = await tasks.one(user_id, task_id);
        return standingOf(task, due_at);
      }),
    ),
  });
}

export type TellStanding = ReturnType<typeof tellStanding>;

function standingOf(task: Task | undefined, dueAt: string): StandingAnswer["tasks"][number] {
  if (!task || !isKept(task)) return { stands: false };
  return { stands: isOpen(task) && ringsAt(task, new Date(dueAt)), title: task.title };
}
