import { z } from "zod";
import type { StateStore } from "@todo-mesh/ports";
import { atomically, createCollection } from "../src/index.ts";

export const Task = z.object({ id: z.string(), title: z.string() });
export type Task = z.infer<typeof Task>;

export const tasks = (count: number, title = "x"): Task[] =>
  Array.from({ length: count }, (_, n) => ({ id: `t${n}`, title }));

/** What one process has in its memory of the collection. */
export function aProcess(
  store: StateStore,
  options: { maxElements?: number; cache?: { maxElements: number } } = {},
) {
  const collection = createCollection({
    store,
    name: "tasks",
    schema: Task,
    keyOfElement: ({ id }) => id,
    ...options,
  });
  return {
    ...collection,
    put: (...elements: Task[]) =>
      atomically(store, async (tx) => {
        const changes = await collection.change(tx, "ada");
        for (const element of elements) changes.put(element);
      }),
    remove: (id: string) =>
      atomically(store, async (tx) => (await collection.change(tx, "ada")).remove(id)),
    titles: async (owner = "ada") =>
      [...(await collection.read(owner)).elements.values()].map(
        ({ id, title }) => `${id}:${title}`,
      ),
  };
}
