import { runInTurns } from "@todo-mesh/kit";
import { AppError, kindOf } from "@todo-mesh/ports";
import { answerOnce, keyOf, type Transaction } from "@todo-mesh/state";
import type { PlannedCall } from "../domain/plan-turn.ts";
import { tasksShown } from "../domain/tasks-shown.ts";
import { doneLineOf, lineOf, SHOWN, ToolOutcome } from "../domain/tool-outcome.ts";
import { addInTurn, changeInTurn, lookForNamed } from "./change-in-turn.ts";
import type { TaskDeps } from "./deps.ts";
import { lookFirst } from "./look-first.ts";
import type { Turn } from "./turn.ts";
import { undoing } from "./undo-changes.ts";
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
  const { userId, window } = turn;
  if (call.name === "add_task")
    return deps.commit(userId, (tx) => once(tx, turn, call, () => addInTurn(deps, tx, turn, call)));
  if (call.name === "undo") {
    const which = { preferred: window.map(({ turn_id }) => turn_id) };
    return undoing(deps, userId, which, (tx, found) =>
      once(tx, turn, call, () => undoInTurn(deps, tx, turn, found())),
    );
  }
  return lookFirst(deps.commit, userId, {
    look: () => lookForNamed(deps, turn, call),
    act: (tx, found) =>
      once(tx, turn, call, () => changeInTurn(deps, tx, turn, { call, meant: found() })),
  });
}

async function once(
  tx: Transaction,
  turn: Turn,
  call: Call,
  work: () => Promise<ToolOutcome>,
): Promise<ToolOutcome> {
  const scope = keyOf("turn", turn.userId, turn.id);
  const idempotency = { key: call.id, fingerprint: call.name };
  const { body } = await answerOnce(tx, { scope, idempotency }, async () => ({
    status: 200,
    body: await work(),
  }));
  return ToolOutcome.parse(body);
}
