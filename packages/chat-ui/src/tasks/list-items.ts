import type { Task } from "@todo-mesh/contracts";
import type { Group } from "./views.ts";

/** One line of the list: what stands over a group, or a task of it with its place among all tasks. */
export type Item =
  | { readonly heading: Group }
  | { readonly task: Task; readonly under: string; readonly place: number };

/** The lines of a list, in order. */
export function itemsOf(groups: readonly Group[]): Item[] {
  let place = -1;
  return groups.flatMap((heading) => [
    ...(heading.key === "rest" ? [] : [{ heading }]),
    ...heading.tasks.map((task) => ({ task, under: heading.key, place: (place += 1) })),
  ]);
}

export const keyOf = (item: Item | undefined): string =>
  item === undefined ? "" : "task" in item ? item.task.id : item.heading.key;
