import type { Task, TaskDraft, TaskPatch } from "@todo-mesh/contracts";
import { withSeconds } from "./repeat.ts";
import { same } from "./same.ts";

/**
 * What a request says anew of a task. A field that is sent back as it is kept counts as not named: so a task can be
 * read, changed in one place and sent back whole, also where rules of time zones have changed since.
 */
export function namedAnew(task: Task, asked: TaskDraft | TaskPatch): TaskPatch {
  const { repeat } = asked;
  const said = { ...asked, ...(repeat && { repeat: startingOn(repeat) }) };
  const kept = new Map<string, unknown>(Object.entries(task));
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !same(value, kept.get(name))),
  );
}

const startingOn = <Series extends { readonly start: string }>(repeat: Series): Series => ({
  ...repeat,
  start: withSeconds(repeat.start),
});
