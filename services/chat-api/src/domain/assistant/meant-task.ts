import { isRefusal, type NotDone, reasonOf, type Task } from "@todo-mesh/contracts";
import type { Candidates, Done, OnTask } from "../actions/action.ts";
import { findTask, type FoundTask } from "../grammar/find-task.ts";
import type { SaidUntil } from "../grammar/until-moment.ts";
import type { Stamp } from "../tasks/task-change.ts";
import { lineOf, shownOf, silentUntil } from "../tasks/task-line.ts";

/** The task that is meant, or the word that several or none fit. */
export type Meant = { readonly task: Task } | { readonly instead: NotDone };

/**
 * The task that some words mean. Those that are likely come first: "complete milk" means the open one, and a done one
 * only when there is no other. May rest after each task.
 */
export function* meantBy(
  candidates: Candidates,
  tasks: readonly Task[],
  said: string,
  now: Date,
): Generator<undefined, Meant> {
  const found = yield* lookFor(candidates, tasks, said, now);
  if (found.kind === "one") return { task: found.task };
  if (found.kind === "several")
    return { instead: { outcome: "several", ...shownOf(found.tasks), said } };
  return { instead: { outcome: "none", near: found.near.map(lineOf), said } };
}

/** The task that a number stood for. When it is gone by now, nothing of its name is meant instead. */
export const meantByNumber = (
  candidates: Candidates,
  task: Task | undefined,
  said: string,
  now: Date,
): Meant =>
  task && candidates.some((mayBe) => mayBe(task, now))
    ? { task }
    : { instead: { outcome: "none", near: [], said } };

function* lookFor(
  [likely, other]: Candidates,
  tasks: readonly Task[],
  said: string,
  now: Date,
): Generator<undefined, FoundTask> {
  const among = (mayBe: Candidates[0]) => tasks.filter((task) => mayBe(task, now));
  const first = yield* findTask(among(likely), said);
  if (first.kind !== "none") return first;
  const second = yield* findTask(among(other), said);
  return second.kind === "none" ? first : second;
}

/** The task changed as the action does, or why it is not. */
export function changeMeant(
  { unfit, apply, outcome }: OnTask,
  task: Task,
  stamp: Stamp,
  said?: SaidUntil,
): Done {
  const change = unfit?.(task) ?? apply(task, stamp, said);
  if (isRefusal(change)) return { outcome: { outcome: "refused", detail: reasonOf(change) } };
  if (change.kind === "unchanged") return { outcome: { outcome: "already", task: lineOf(task) } };
  const line = lineOf(change.task);
  const silent = said && silentUntil(change.task);
  return {
    outcome: { outcome, task: { ...line, ...(silent && { silent_until: silent }) } },
    change,
  };
}
