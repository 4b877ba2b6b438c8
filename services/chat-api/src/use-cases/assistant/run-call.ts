import { Outcome, type ToolCall } from "@todo-mesh/contracts";
import { digestOf, parse, runInTurns } from "@todo-mesh/kit";
import { AppError, kindOf } from "@todo-mesh/ports";
import { answerKeyOf, answerOnce, keptAnswer, keyOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import type { Action, LocalWork, RemoteWork, Tool, Work } from "../../domain/actions/action.ts";
import { addInTurn, changeInTurn, lookForNamed } from "./change-in-turn.ts";
import type { TaskDeps } from "../deps.ts";
import { lookFirst } from "../look-first.ts";
import type { Turn } from "./turn.ts";
import { undoing } from "../undo/undo-changes.ts";
import { undoInTurn } from "./undo-in-turn.ts";
import { REASONS } from "../../domain/tasks/reasons.ts";

/** A call of an action, under the id by which it is done once. */
export type Call = Omit<ToolCall, "result">;

/**
 * Does what a call asks. A call of the same id is done once, however often its turn is taken up again, and has the same
 * outcome each time; with other arguments it is refused. What cannot be done is an outcome, not an error.
 */
export async function runCall(deps: TaskDeps, turn: Turn, call: Call): Promise<Outcome> {
  try {
    const action = deps.actions.named(call.name);
    if (!action?.tool) throw new AppError("invalid", `There is no tool called ${call.name}`);
    return await run(deps, turn, call, { action, work: workOf(action.tool, call) });
  } catch (error) {
    return outcomeOf(error);
  }
}

/** What failed, as an outcome; a fault of ours is none. */
export function outcomeOf(error: unknown): Outcome {
  if (kindOf(error) === "unavailable") return { outcome: "unknown" };
  if (!(error instanceof AppError) || error.kind === "bug") throw error;
  return { outcome: "refused", detail: error.message };
}

/** The work for what is given to a tool; `invalid` if that does not fit. */
export const workOf = ({ input, workFor }: Tool, call: Pick<Call, "arguments">): Work =>
  workFor(parse(input, call.arguments, "arguments"));

interface Known<Kind extends Work> {
  readonly action: Action;
  readonly work: Kind;
}

async function run(
  deps: TaskDeps,
  turn: Turn,
  call: Call,
  { action, work }: Known<Work>,
): Promise<Outcome> {
  if (work.kind === "remote") return askElsewhere(deps, turn, call, work);
  if (work.kind === "read") {
    const { parts } = await deps.tasks.read(turn.userId);
    return runInTurns(work.look(parts, turn.context));
  }
  if (work.kind === "tell") {
    const meant = await lookForNamed(deps, turn, work, work.task);
    return "instead" in meant ? meant.instead : work.tell(meant.task, turn.context);
  }
  return change(deps, turn, call, { action, work });
}

/** In no transaction: others share those, and nobody waits for another service but who asked it. */
async function askElsewhere(
  deps: TaskDeps,
  turn: Turn,
  call: Call,
  work: RemoteWork,
): Promise<Outcome> {
  const { userId } = turn;
  const kept = await keptOutcome(deps, turn, call);
  if (kept) return kept;
  const outcome = await work.ask({ userId, key: call.id });
  return deps.commit(userId, (tx) => once(tx, turn, call, async () => outcome));
}

async function change(
  deps: TaskDeps,
  turn: Turn,
  call: Call,
  { action: { onTask }, work }: Known<Exclude<LocalWork, { kind: "read" | "tell" }>>,
): Promise<Outcome> {
  const { userId, window } = turn;
  if (work.kind === "add")
    return deps.commit(userId, (tx) =>
      once(tx, turn, call, () => addInTurn(deps, tx, turn, work.make)),
    );
  if (work.kind === "undo") {
    const which = { preferred: window.map(({ turn_id }) => turn_id) };
    return undoing(deps, userId, which, (tx, found) =>
      once(tx, turn, call, () => undoInTurn(deps, tx, turn, found())),
    );
  }
  if (!onTask) throw new Error(`${call.name} does not say how it changes a task`);
  return lookFirst(deps.commit, userId, {
    look: () => lookForNamed(deps, turn, onTask, work.task),
    act: (tx, found) =>
      once(tx, turn, call, () =>
        changeInTurn(deps, tx, turn, { onTask, meant: found(), until: work.until }),
      ),
  });
}

/** What a call has come to already. */
export async function keptOutcome(
  { commit }: Pick<TaskDeps, "commit">,
  turn: Turn,
  call: Call,
): Promise<Outcome | undefined> {
  const kept = await commit(turn.userId, (tx) => keptAnswer(tx, onceOf(turn, call)));
  return kept === undefined ? undefined : Outcome.parse(kept);
}

/** Does what a call is for, once under its id; what came of it stands in the log of its turn by that. */
export async function once(
  tx: Transaction,
  turn: Turn,
  call: Call,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const asked = onceOf(turn, call);
  if (turn.log) {
    // One reading of the store, where each by itself would be one.
    const kept = answerKeyOf(asked.scope, asked.idempotency.key);
    await tx.getMany([turn.log.key, kept], z.unknown());
    await turn.log.hold(tx);
  }
  const result = Outcome.parse(await answerOnce(tx, asked, work));
  await turn.log?.keep(tx, [{ event: "tool.finished", data: { ...call, result } }]);
  return result;
}

const onceOf = ({ userId, id }: Turn, call: Call) => ({
  scope: keyOf("turn", userId, id),
  idempotency: {
    key: call.id,
    fingerprint: call.name,
    digest: digestOf([call.name, call.arguments]),
    reused: REASONS["called-before"],
  },
});
