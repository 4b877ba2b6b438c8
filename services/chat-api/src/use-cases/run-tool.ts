import type { Task } from "@todo-mesh/contracts";
import { runInTurns } from "@todo-mesh/kit";
import { AppError, kindOf } from "@todo-mesh/ports";
import { answerOnce, type Changes, keyOf, type Transaction } from "@todo-mesh/state";
import { choose, type Chosen, type Named } from "../domain/choose-task.ts";
import type { PlannedCall } from "../domain/plan-turn.ts";
import { tasksShown } from "../domain/tasks-shown.ts";
import { createTask, type Stamp } from "../domain/task-change.ts";
import { timeOfTask } from "../domain/time-of-task.ts";
import { doneLineOf, lineOf, SHOWN, ToolOutcome } from "../domain/tool-outcome.ts";
import type { TaskDeps } from "./deps.ts";
import { keepChange } from "./keep-change.ts";
import { openBook } from "./open-book.ts";
import { everyOf } from "./read-tasks.ts";
import { lookedFirst } from "./to-take-back.ts";
import type { Turn } from "./turn.ts";
import { undoInTurn } from "./undo-in-turn.ts";

/** A tool call with the name of its own under which it is done once. */
export type Call = PlannedCall & { readonly id: string };

/**
 * Does what a tool call asks. A call of the same id is done once, however often its turn is taken up
 * again, and has the same outcome each time. What cannot be done is an outcome, not an error.
 */
export async function runTool(deps: TaskDeps, turn: Turn, call: Call): Promise<ToolOutcome> {
  try {
    if (call.name === "list_tasks") return await list(deps, turn, call.arguments.which);
    return await onceInTurn(deps, turn, call);
  } catch (error) {
    if (kindOf(error) === "unavailable") return { outcome: "unknown" };
    if (!(error instanceof AppError) || error.kind === "bug") throw error;
    return { outcome: "refused", detail: error.message };
  }
}

type ListCall = Extract<Call, { name: "list_tasks" }>;
type ChangingCall = Exclude<Call, ListCall | { name: "undo" }>;

async function list(
  { tasks }: TaskDeps,
  { userId, context: { now, timezone } }: Turn,
  which: ListCall["arguments"]["which"],
): Promise<ToolOutcome> {
  const { parts } = await tasks.read(userId);
  const line = which === "done" ? doneLineOf : lineOf;
  const shown = await runInTurns(tasksShown(parts, which, { now, timezone }, SHOWN));
  return { outcome: "listed", which, total: shown.total, tasks: shown.tasks.map(line) };
}

async function onceInTurn(
  deps: TaskDeps,
  turn: Turn,
  call: Exclude<Call, ListCall>,
): Promise<ToolOutcome> {
  if (call.name !== "undo")
    return deps.commit(
      turn.userId,
      once(turn, call, (tx) => changeOne(deps, tx, turn, call)),
    );
  const which = { preferred: turn.window.map(({ turn_id }) => turn_id) };
  return lookedFirst(deps, turn.userId, which, (found, isLarge) => {
    const undo = once(turn, call, (tx) => undoInTurn(deps, tx, turn, found()));
    return deps.commit(turn.userId, undo, { isLarge });
  });
}

const once =
  (turn: Turn, call: Call, work: (tx: Transaction) => Promise<ToolOutcome>) =>
  async (tx: Transaction): Promise<ToolOutcome> => {
    const scope = keyOf("turn", turn.userId, turn.id);
    const idempotency = { key: call.id, fingerprint: call.name };
    const { body } = await answerOnce(tx, { scope, idempotency }, async () => ({
      status: 200,
      body: await work(tx),
    }));
    return ToolOutcome.parse(body);
  };

async function changeOne(
  deps: TaskDeps,
  tx: Transaction,
  turn: Turn,
  call: ChangingCall,
): Promise<ToolOutcome> {
  const book = await openBook(deps, tx, turn.userId);
  const stamp = { changeId: deps.ids.next(), now: deps.clock.now() };
  const { change: wanted, ...outcome } =
    call.name === "add_task"
      ? add(deps.ids.next(), turn, call.arguments, stamp)
      : await chooseFrom(book, call, stamp);
  const origin = { by: "assistant", turn_id: turn.id } as const;
  if (wanted) await keepChange(deps, tx, book, { change: wanted, origin });
  return outcome;
}

type NamingCall = Exclude<ChangingCall, { name: "add_task" }>;

async function chooseFrom(
  book: Changes<Task>,
  { name, arguments: { task: words, task_id } }: NamingCall,
  stamp: Stamp,
): Promise<Chosen> {
  const named: Named = { words, task: task_id === undefined ? undefined : book.get(task_id) };
  // A number stood for a task that is gone by now: nothing of that name is meant instead.
  if (task_id !== undefined && !named.task) return { outcome: "none", near: [] };
  return runInTurns(choose(name, [...everyOf(book)], named, stamp));
}

type AddCall = Extract<Call, { name: "add_task" }>;

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
