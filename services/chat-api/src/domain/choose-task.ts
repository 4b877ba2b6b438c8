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

/** How a task was named: by words, or as the very task a number stood for. */
export interface Named {
  readonly words: string;
  readonly task?: Task | undefined;
}

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

/**
 * The task that is meant, changed; or the word that several or none fit. Tasks the verb can change come
 * first: "complete milk" means the open one, and a done one only when there is no other. May rest after each task.
 */
export function* choose(
  verb: ChangingTool,
  tasks: readonly Task[],
  named: Named,
  stamp: Stamp,
): Generator<undefined, Chosen> {
  const [likely, other] = meantBy(verb, stamp.now);
  if (named.task) {
    const isThere = likely(named.task) || other(named.task);
    return isThere ? changed(verb, named.task, stamp) : nothing;
  }
  const found = yield* lookFor(tasks, named.words, likely, other);
  if (found.kind === "one") return changed(verb, found.task, stamp);
  if (found.kind === "several") return { outcome: "several", ...shownOf(found.tasks) };
  return { outcome: "none", near: found.near.map(lineOf) };
}

const isDone: Test = (task) => isKept(task) && !isOpen(task);

/** The tasks a verb is likely to mean, and those it means if there are no others. */
function meantBy(verb: ChangingTool, now: Date): readonly [Test, Test] {
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

const nothing: Chosen = { outcome: "none", near: [] };

function changed(verb: ChangingTool, task: Task, stamp: Stamp): Chosen {
  if (verb === "end_series" && !task.repeat)
    return { outcome: "refused", detail: "It does not repeat" };
  const change = CHANGE[verb](task, stamp);
  if (change.kind === "refused") return { outcome: "refused", detail: change.why };
  if (change.kind === "unchanged") return { outcome: "already", task: lineOf(task) };
  return { outcome: OUTCOME[verb], task: lineOf(change.task), change };
}
