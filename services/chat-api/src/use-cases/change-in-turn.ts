import type { Task } from "@todo-mesh/contracts";
import { runInTurns } from "@todo-mesh/kit";
import type { Changes, Transaction } from "@todo-mesh/state";
import {
  changeMeant,
  type Chosen,
  type Meant,
  meantBy,
  meantByNumber,
} from "../domain/choose-task.ts";
import type { PlannedCall } from "../domain/plan-turn.ts";
import { createTask, type Stamp } from "../domain/task-change.ts";
import { timeOfTask } from "../domain/time-of-task.ts";
import { lineOf, type ToolOutcome } from "../domain/tool-outcome.ts";
import type { TaskDeps } from "./deps.ts";
import { keepChange } from "./keep-change.ts";
import { Moved } from "./look-first.ts";
import { openBook } from "./open-book.ts";
import { everyOf } from "./read-tasks.ts";
import type { Turn } from "./turn.ts";

type AddCall = Extract<PlannedCall, { name: "add_task" }>;
type NamingCall = Extract<PlannedCall, { arguments: { task: string } }>;

/** The task that words or a number mean in the list as it is now; whoever asks pays for what is looked through. */
export async function lookForNamed(
  { tasks, clock }: TaskDeps,
  { userId, lookedThrough }: Turn,
  { name, arguments: { task: words, task_id } }: NamingCall,
): Promise<Meant> {
  const present = await tasks.read(userId);
  if (task_id !== undefined) return meantByNumber(name, present.get(task_id), clock.now());
  const all = [...everyOf(present)];
  lookedThrough?.(all.reduce((sum, { title }) => sum + title.length, 0));
  return runInTurns(meantBy(name, all, words, clock.now()));
}

/** Changes the task that was found, if it is still as it was then. */
export async function changeInTurn(
  deps: TaskDeps,
  tx: Transaction,
  turn: Turn,
  { call, meant }: { readonly call: NamingCall; readonly meant: Meant },
): Promise<ToolOutcome> {
  if ("instead" in meant) return meant.instead;
  const book = await openBook(deps, tx, turn.userId);
  const task = book.get(meant.task.id);
  if (task?.version !== meant.task.version) throw new Moved();
  return keep(deps, tx, { turn, book }, changeMeant(call.name, task, stampOf(deps)));
}

/** Adds a task, or asks back what its time means. */
export async function addInTurn(
  deps: TaskDeps,
  tx: Transaction,
  turn: Turn,
  call: AddCall,
): Promise<ToolOutcome> {
  const book = await openBook(deps, tx, turn.userId);
  const chosen = add(deps.ids.next(), turn, call.arguments, stampOf(deps));
  return keep(deps, tx, { turn, book }, chosen);
}

const stampOf = ({ ids, clock }: TaskDeps): Stamp => ({ changeId: ids.next(), now: clock.now() });

async function keep(
  deps: TaskDeps,
  tx: Transaction,
  { turn, book }: { readonly turn: Turn; readonly book: Changes<Task> },
  { change, ...outcome }: Chosen,
): Promise<ToolOutcome> {
  const origin = { by: "assistant", turn_id: turn.id } as const;
  if (change) await keepChange(deps, tx, book, { change, origin });
  return outcome;
}

function add(
  id: string,
  { userId, context }: Turn,
  { title, when, remind }: AddCall["arguments"],
  stamp: Stamp,
): Chosen {
  const time = when === undefined ? {} : timeOfTask({ title, when, remind }, context);
  if ("instead" in time) return time.instead;
  const { series, rings, ...times } = time;
  const change = createTask({ id, userId, title, ...times }, stamp);
  const told = { ...(series && { series }), ...(rings && { rings }) };
  return { outcome: "added", task: lineOf(change.task), ...told, change };
}
