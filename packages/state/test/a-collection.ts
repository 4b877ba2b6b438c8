import type { StateStore } from "@todo-mesh/ports";
import { z } from "zod";
import { atomically, createCollection, type Elements } from "../src/index.ts";

export const Task = z.object({ id: z.string(), title: z.string() });
export type Task = z.infer<typeof Task>;

export const tasks = (count: number, title = "x"): Task[] =>
  Array.from({ length: count }, (_, n) => ({ id: `t${n}`, title }));

/** All elements of all parts, as the plain map that a collection stands for. */
export const allOf = <Element>({ parts }: Pick<Elements<Element>, "parts">) =>
  new Map(parts.flatMap((part) => [...part]));

/** What one process has in its memory of the collection. */
export function aProcess(
  store: StateStore,
  options: { readonly maxElements?: number; readonly cache?: { readonly maxBytes: number } } = {},
) {
  const collection = createCollection({
    store,
    name: "tasks",
    schema: Task,
    keyOfElement: ({ id }) => id,
    ...options,
  });
  const change = <Result>(
    work: (changes: Awaited<ReturnType<typeof collection.change>>) => Result,
    owner = "ada",
  ) => atomically(store, async (tx) => work(await collection.change(tx, owner)));
  const putFor = (owner: string, ...elements: Task[]) =>
    change((changes) => {
      for (const element of elements) changes.put(element);
    }, owner);
  const eraseSome = (owner = "ada") => atomically(store, (tx) => collection.erase(tx, owner));

  return {
    ...collection,
    put: (...elements: Task[]) => putFor("ada", ...elements),
    putFor,
    remove: (...ids: string[]) => change((changes) => ids.map((id) => changes.remove(id))),
    changeOf: change,
    eraseSome,
    eraseAll: async (owner = "ada") => {
      while (!(await eraseSome(owner))) continue;
    },
    all: async (owner = "ada") => allOf(await collection.read(owner)),
    titles: async (owner = "ada") =>
      [...allOf(await collection.read(owner)).values()]
        .map(({ id, title }) => `${id}:${title}`)
        .toSorted(),
  };
}
