import type { Outcome, Task, TaskRef } from "@todo-mesh/contracts";
import { runInTurns } from "@todo-mesh/kit";
import type { Changes, Transaction } from "@todo-mesh/state";
import type { Done, OnTask, Scene } from "../../domain/actions/action.ts";
import {
  changeMeant,
  type Meant,
  meantBy,
  meantByNumber,
} from "../../domain/assistant/meant-task.ts";
import type { Stamp } from "../../domain/tasks/task-change.ts";
import type { TaskDeps } from "../deps.ts";
import { recordChange } from "../tasks/record-change.ts";
import { Moved } from "../look-first.ts";
import { loadForChange } from "../tasks/load-for-change.ts";
import { everyOf } from "../tasks/read-tasks.ts";
import type { Turn } from "./turn.ts";

/** The task that words or a number mean in the list as it is now; whoever asks pays for what is looked through. */
export async function lookForNamed(
  { tasks, clock }: TaskDeps,
  { userId, lookedThrough }: Turn,
  { candidates }: Pick<OnTask, "candidates">,
  { task: words, task_id }: TaskRef,
): Promise<Meant> {
  const present = await tasks.read(userId);
  if (task_id !== undefined)
    return meantByNumber(candidates, present.get(task_id), words, clock.now());
  const all = [...everyOf(present)];
  lookedThrough?.(all.reduce((sum, { title }) => sum + title.length, 0));
  return runInTurns(meantBy(candidates, all, words, clock.now()));
}

/** Changes the task that was found, if it is still as it was then. */
export async function changeInTurn(
  deps: TaskDeps,
  tx: Transaction,
  turn: Turn,
  {
    onTask,
    meant,
    until,
  }: { readonly onTask: OnTask; readonly meant: Meant; readonly until?: string | undefined },
): Promise<Outcome> {
  if ("instead" in meant) return meant.instead;
  const draft = await loadForChange(deps, tx, turn.userId);
  const task = draft.get(meant.task.id);
  if (task?.version !== meant.task.version) throw new Moved();
  const said = until === undefined ? undefined : { until: { text: until }, context: turn.context };
  return keep(deps, tx, { turn, draft }, changeMeant(onTask, task, stampOf(deps), said));
}

/** Adds what an action makes, or asks back. */
export async function addInTurn(
  deps: TaskDeps,
  tx: Transaction,
  turn: Turn,
  make: (scene: Scene) => Done,
): Promise<Outcome> {
  const draft = await loadForChange(deps, tx, turn.userId);
  return keep(deps, tx, { turn, draft }, make(sceneOf(deps, turn)));
}

/** Who acts, here and now. */
export const sceneOf = (
  deps: Pick<TaskDeps, "ids" | "clock">,
  { userId, context }: Pick<Turn, "userId" | "context">,
): Scene => ({ userId, context, newId: deps.ids.next(), stamp: stampOf(deps) });

const stampOf = ({ ids, clock }: Pick<TaskDeps, "ids" | "clock">): Stamp => ({
  changeId: ids.next(),
  now: clock.now(),
});

async function keep(
  deps: TaskDeps,
  tx: Transaction,
  { turn, draft }: { readonly turn: Turn; readonly draft: Changes<Task> },
  { change, outcome }: Done,
): Promise<Outcome> {
  const origin = { by: "assistant", turn_id: turn.id } as const;
  if (change) await recordChange(deps, tx, draft, { change, origin });
  return outcome;
}
