import { Task } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { type Collection, createCollection } from "@todo-mesh/state";
import { MOST_KEPT } from "../../domain/tasks/room.ts";

/** The tasks of all users as they are kept in the state store. One per process: it remembers what it has read. */
export const createTaskStore = (
  store: StateStore,
  cache?: { readonly maxBytes: number },
): Collection<Task> =>
  createCollection({
    store,
    name: "tasks",
    schema: Task,
    keyOfElement: ({ id }) => id,
    maxElements: MOST_KEPT,
    ...(cache && { cache }),
  });

/** Loads a person's tasks before they share a transaction with others: a long list takes a second at first. */
export const preparedBy = (tasks: Collection<Task>) => ({
  prepare: (userId: string): Promise<unknown> | undefined =>
    tasks.isInMemory(userId) ? undefined : tasks.read(userId),
});
