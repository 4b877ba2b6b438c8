import { AppError, kindOf } from "@todo-mesh/ports";
import { answerOnce, keyOf, type Transaction } from "@todo-mesh/state";
import { choose, type Chosen, type Named } from "../domain/choose-task.ts";
import type { PlannedCall } from "../domain/plan-turn.ts";
import { tasksShown } from "../domain/tasks-shown.ts";
import { createTask } from "../domain/task-change.ts";
import { timeOfTask } from "../domain/time-of-task.ts";
import { lineOf, shownOf, ToolOutcome } from "../domain/tool-outcome.ts";
import type { TaskDeps, TasksInTransaction } from "./deps.ts";
import { keepChange } from "./keep-change.ts";
import { upToDate } from "./times-of.ts";
import type { Turn } from "./turn.ts";

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
type WriteCall = Exclude<Call, ListCall>;

async function list(
  { tasks }: TaskDeps,
  { userId, beganAt, timezone }: Turn,
  which: ListCall["arguments"]["which"],
): Promise<ToolOutcome> {
  const found = tasksShown(await tasks.of(userId), which, beganAt, timezone);
  return { outcome: "listed", which, ...shownOf(found) };
}

async function onceInTurn(deps: TaskDeps, turn: Turn, call: WriteCall): Promise<ToolOutcome> {
  const once = {
    scope: keyOf("turn", turn.userId, turn.id),
    idempotency: { key: call.id, fingerprint: call.name },
  };
  const write = async (tx: Transaction): Promise<ToolOutcome> => {
    const { body } = await answerOnce(tx, once, async () => {
      const book = await deps.tasks.within(tx, turn.userId);
      const { change, ...outcome } = decide(deps, book, turn, call);
      const origin = { by: "assistant", turn_id: turn.id } as const;
      if (change) await keepChange(deps, tx, book, { change, origin });
      return { status: 200, body: outcome };
    });
    return ToolOutcome.parse(body);
  };
  return deps.commit(turn.userId, write);
}

function decide(deps: TaskDeps, book: TasksInTransaction, turn: Turn, call: WriteCall): Chosen {
  if (call.name === "add_task") return add(deps, turn, call.arguments);
  const { task, task_id } = call.arguments;
  const named: Named = { words: task, task: task_id === undefined ? undefined : book.get(task_id) };
  return choose(call.name, book.all(), named, deps.clock.now());
}

type AddCall = Extract<Call, { name: "add_task" }>;

function add({ ids, clock }: TaskDeps, turn: Turn, { title, when }: AddCall["arguments"]): Chosen {
  const { userId, beganAt, timezone } = turn;
  const now = clock.now();
  const time = when === undefined ? {} : timeOfTask({ title, when }, beganAt, timezone);
  if ("instead" in time) return time.instead;
  const { series, ...times } = time;
  const change = createTask({ id: ids.next(), userId, title, ...upToDate(times, now) }, now);
  return { outcome: "added", task: lineOf(change.task), ...(series && { series }), change };
}
