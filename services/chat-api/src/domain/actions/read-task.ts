import { changedTask, type Outcome, type Task, TaskRef } from "@todo-mesh/contracts";
import { findTask, type FoundTask } from "../grammar/find-task.ts";
import { inEach } from "../languages/languages.ts";
import { lineOf, shownOf } from "../tasks/task-line.ts";
import { isDone, isKept, isOpen } from "../tasks/task-list.ts";
import { defineAction } from "./action.ts";

export const readTask = defineAction({
  name: "read_task",
  title: "Read a task",
  about: "When it is due, and whether it is done.",
  risk: "read",
  namesTask: true,
  effect: "transaction",
  input: TaskRef,
  outcome: changedTask("found"),
  does: (task) => ({ kind: "read", look: (parts) => look(parts, task) }),
  words: inEach(({ actions }) => actions.read_task),
});

/** The open task that is meant, else the done one. */
function* look(
  parts: readonly ReadonlyMap<string, Task>[],
  { task: said, task_id }: TaskRef,
): Generator<undefined, Outcome> {
  const tasks = parts.flatMap((part) => [...part.values()]).filter(isKept);
  const known = tasks.find(({ id }) => id === task_id);
  if (known) return { outcome: "found", task: lineOf(known) };
  const open = yield* findTask(tasks.filter(isOpen), said);
  const other = open.kind === "none" ? yield* findTask(tasks.filter(isDone), said) : open;
  return outcomeOf(other.kind === "none" ? open : other, said);
}

function outcomeOf(found: FoundTask, said: string): Outcome {
  if (found.kind === "one") return { outcome: "found", task: lineOf(found.task) };
  if (found.kind === "several") return { outcome: "several", ...shownOf(found.tasks), said };
  return { outcome: "none", near: found.near.map(lineOf), said };
}
