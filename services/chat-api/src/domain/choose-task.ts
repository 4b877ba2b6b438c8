import type { Task } from "@todo-mesh/contracts";
import { findTask, type FoundTask } from "./find-task.ts";
import type { ChangingTool } from "./plan-turn.ts";
import {
  completeTask,
  endSeries,
  reopenTask,
  restoreTask,
  skipTask,
  type Stamp,
  type TaskChange,
  trashTask,
} from "./task-change.ts";
import { isExpired, isKept, isOpen } from "./task-list.ts";
import { lineOf, shownOf, type ToolOutcome } from "./tool-outcome.ts";

/** What came of it; with `change` when a task is to change. */
export type Chosen = ToolOutcome & { readonly change?: TaskChange };

const CHANGE = {
  complete_task: completeTask,
  delete_task: trashTask,
  reopen_task: reopenTask,
  restore_task: restoreTask,
  skip_task: skipTask,
  end_series: endSeries,
};
const OUTCOME = {
  complete_task: "completed",
  delete_task: "deleted",
  reopen_task: "reopened",
  restore_task: "restored",
  skip_task: "skipped",
  end_series: "ended",
} as const;

type Test = (task: Task) => boolean;

/** The task that is meant, or the word that several or none fit. */
export type Meant = { readonly task: Task } | { readonly instead: ToolOutcome };

/**
 * The task that some words mean. Those that the verb can change come first: "complete milk" means the open one, and a
 * done one only when there is no other. May rest after each task.
 */
export function* meantBy(
  verb: ChangingTool,
  tasks: readonly Task[],
  words: string,
  now: Date,
): Generator<undefined, Meant> {
  const found = yield* lookFor(tasks, words, ...likelyOf(verb, now));
  if (found.kind === "one") return { task: found.task };
  if (found.kind === "several") return { instead: { outcome: "several", ...shownOf(found.tasks) } };
  return { instead: { outcome: "none", near: found.near.map(lineOf) } };
}

/** The task that a number stood for. When it is gone by now, nothing of its name is meant instead. */
export const meantByNumber = (verb: ChangingTool, task: Task | undefined, now: Date): Meant =>
  task && likelyOf(verb, now).some((mayBe) => mayBe(task))
    ? { task }
    : { instead: { outcome: "none", near: [] } };

const isDone: Test = (task) => isKept(task) && !isOpen(task);

/** The tasks a verb is likely to mean, and those it means if there are no others. */
function likelyOf(verb: ChangingTool, now: Date): readonly [Test, Test] {
  if (verb === "reopen_task") return [isDone, isOpen];
  if (verb === "restore_task") return [(task) => !isKept(task) && !isExpired(task, now), isKept];
  if (verb === "skip_task" || verb === "end_series")
    return [(task) => isOpen(task) && task.repeat !== undefined, isKept];
  return [isOpen, isDone];
}

function* lookFor(
  tasks: readonly Task[],
  words: string,
  likely: Test,
  other: Test,
): Generator<undefined, FoundTask> {
  const first = yield* findTask(tasks.filter(likely), words);
  if (first.kind !== "none") return first;
  const second = yield* findTask(tasks.filter(other), words);
  return second.kind === "none" ? first : second;
}

/** The task changed as the verb says, or why it is not. */
export function changeMeant(verb: ChangingTool, task: Task, stamp: Stamp): Chosen {
  if (verb === "end_series" && !task.repeat)
    return { outcome: "refused", detail: "It does not repeat" };
  const change = CHANGE[verb](task, stamp);
  if (change.kind === "refused") return { outcome: "refused", detail: change.why };
  if (change.kind === "unchanged") return { outcome: "already", task: lineOf(task) };
  return { outcome: OUTCOME[verb], task: lineOf(change.task), change };
}
