import type { Task, TaskPage, TaskQuery, TaskSort } from "@todo-mesh/contracts";
import { runInTurns } from "@todo-mesh/kit";
import { AppError, type Clock } from "@todo-mesh/ports";
import type { Elements } from "@todo-mesh/state";
import { firstAfter, type Placed } from "../../domain/tasks/first-after.ts";
import { type Searched, spokenOf } from "../../domain/tasks/spoken-of.ts";
import { isKept, matching } from "../../domain/tasks/task-list.ts";
import { orderOf } from "../../domain/tasks/task-order.ts";
import { cursorOf, placeIn } from "../cursor.ts";
import type { TaskDeps } from "../deps.ts";

/** One task of a person; `not-found` also for what lies in the trash or is another's. */
export function readTask({ tasks }: Pick<TaskDeps, "tasks">) {
  return async (userId: string, id: string): Promise<Task> => {
    const task = (await tasks.read(userId)).get(id);
    if (!task || !isKept(task)) throw new AppError("not-found", "There is no such task");
    return task;
  };
}

export type ReadTask = ReturnType<typeof readTask>;

/**
 * One page of a person's tasks. A cursor that the list of this sort did not give is `invalid`. Of a search it says how
 * much was looked at.
 */
export function listTasks({ tasks, clock }: Pick<TaskDeps, "tasks"> & { readonly clock: Clock }) {
  return async (
    userId: string,
    asked: TaskQuery,
    onSearched?: (searched: Searched) => void,
  ): Promise<TaskPage> => {
    const { limit, cursor, sort, query, ...filter } = asked;
    const after = cursor === undefined ? undefined : placeIn(cursor, sort);
    const order = orderOf(sort);
    const spoken = query === undefined ? undefined : spokenOf(query, onSearched);
    const { parts } = await tasks.read(userId);
    const isWanted = matching(filter, clock.now());
    const wanted = { order, isWanted, after, count: limit + 1 };
    const sorted = spoken ? (part: Part) => order.inOrder(spoken(part)) : order.sorted;
    return pageOf(await runInTurns(firstAfter(parts, sorted, wanted)), limit, sort);
  };
}

type Part = Elements<Task>["parts"][number];

function pageOf(first: readonly Placed[], limit: number, sort: TaskSort): TaskPage {
  const page = first.slice(0, limit);
  const last = first.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ task }) => task),
    ...(last && { next_cursor: cursorOf(last.place, sort) }),
  };
}

export type ListTasks = ReturnType<typeof listTasks>;

/** All tasks of a list that are wanted. */
export function* everyOf(
  { parts }: Pick<Elements<Task>, "parts">,
  wanted: (task: Task) => boolean = () => true,
): Generator<Task> {
  for (const part of parts) for (const task of part.values()) if (wanted(task)) yield task;
}
