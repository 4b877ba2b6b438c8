import type { Task } from "@todo-mesh/contracts";
import { findTask, type FoundTask } from "./find-task.ts";
import type { ChangingTool } from "./plan-turn.ts";
import { completeTask, reopenTask, type TaskChange, trashTask } from "./task-change.ts";
import { isKept, isOpen } from "./task-list.ts";
import { lineOf, shownOf, type ToolOutcome } from "./tool-outcome.ts";

/** How a task was named: by words, or as the very task a number stood for. */
export interface Named {
  readonly words: string;
  readonly task?: Task | undefined;
}

/** What came of it; with `change` when a task is to change. */
export type Chosen = ToolOutcome & { readonly change?: TaskChange };

const isDone = (task: Task): boolean => isKept(task) && !isOpen(task);
const CHANGE = { complete_task: completeTask, delete_task: trashTask, reopen_task: reopenTask };
const OUTCOME = {
  complete_task: "completed",
  delete_task: "deleted",
  reopen_task: "reopened",
} as const;

/**
 * The task that is meant, changed; or the word that several or none fit. Tasks the verb can change come
 * first: "complete milk" means the open one, and a done one only when there is no other.
 */
export function choose(
  verb: ChangingTool,
  tasks: readonly Task[],
  named: Named,
  now: Date,
): Chosen {
  if (named.task) return isKept(named.task) ? changed(verb, named.task, now) : nothing;
  const found = lookFor(verb, tasks, named.words);
  if (found.kind === "one") return changed(verb, found.task, now);
  if (found.kind === "several") return { outcome: "several", ...shownOf(found.tasks) };
  return { outcome: "none", near: found.near.map(lineOf) };
}

function lookFor(verb: ChangingTool, tasks: readonly Task[], words: string): FoundTask {
  const [likely, other] = verb === "reopen_task" ? [isDone, isOpen] : [isOpen, isDone];
  const first = findTask(tasks.filter(likely), words);
  const second = first.kind === "none" ? findTask(tasks.filter(other), words) : first;
  return second.kind === "none" ? first : second;
}

const nothing: Chosen = { outcome: "none", near: [] };

function changed(verb: ChangingTool, task: Task, now: Date): Chosen {
  const change = CHANGE[verb](task, now);
  if (change.kind === "unchanged") return { outcome: "already", task: lineOf(task) };
  return { outcome: OUTCOME[verb], task: lineOf(change.task), change };
}
