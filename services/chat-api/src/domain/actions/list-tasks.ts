import { Listed, ListInput, type Outcome, type Task, type Which } from "@todo-mesh/contracts";
import type { Context } from "@todo-mesh/when";
import { readAsking } from "../grammar/asking.ts";
import { doneLineOf, lineOf, SHOWN } from "../tasks/task-line.ts";
import { tasksShown } from "../tasks/tasks-shown.ts";
import { inEach } from "../languages/languages.ts";
import { defineAction } from "./action.ts";

export const listTasks = defineAction({
  name: "list_tasks",
  plainName: "show_list",
  title: "List tasks",
  about: "The first twenty, numbered, and how many there are.",
  risk: "read",
  effect: "transaction",
  input: ListInput,
  outcome: Listed,
  does: ({ which }) => ({
    kind: "read",
    look: (parts, context) => look(parts, which, context),
  }),
  hear: readAsking,
  words: inEach(({ actions }) => actions.list_tasks),
});

function* look(
  parts: readonly ReadonlyMap<string, Task>[],
  which: Which,
  { now, timezone }: Context,
): Generator<undefined, Outcome> {
  const { total, tasks } = yield* tasksShown(parts, which, { now, timezone }, SHOWN);
  const line = which === "done" ? doneLineOf : lineOf;
  return { outcome: "listed", which, total, tasks: tasks.map(line) };
}
