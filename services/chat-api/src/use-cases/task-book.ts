import { Task } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { createCollection } from "@todo-mesh/state";
import { inOrderMade, MOST_KEPT } from "../domain/task-list.ts";
import type { TaskBook } from "./deps.ts";

/** The tasks of all users as they are kept in the state store. One per process: it remembers what it has read. */
export function createTaskBook(store: StateStore): TaskBook {
  const book = createCollection({
    store,
    name: "tasks",
    schema: Task,
    keyOfElement: ({ id }) => id,
    maxElements: MOST_KEPT,
  });
  // Sorting ten thousand takes longer than answering; what was read stays the same object until it changes.
  const sorted = new WeakMap<ReadonlyMap<string, Task>, readonly Task[]>();

  return {
    of: async (userId) => {
      const { elements } = await book.read(userId);
      const known = sorted.get(elements) ?? inOrderMade([...elements.values()]);
      sorted.set(elements, known);
      return known;
    },
    one: async (userId, id) => (await book.read(userId)).elements.get(id),
    within: async (tx, userId) => {
      const changes = await book.change(tx, userId);
      return {
        get: (id) => changes.get(id),
        all: () => changes.values(),
        put: (task) => changes.put(task),
        remove: (id) => void changes.remove(id),
      };
    },
  };
}
