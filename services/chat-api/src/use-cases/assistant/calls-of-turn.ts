import type { Approval, Outcome, ToolCall } from "@todo-mesh/contracts";
import type { KeptApproval } from "../../domain/assistant/approval.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import type { TaskDeps } from "../deps.ts";
import { decideApproval } from "./decide-approval.ts";
import { propose } from "./propose.ts";
import type { TurnActions } from "./responder.ts";
import { outcomeOf, runCall } from "./run-call.ts";
import type { Tell, Turn } from "./turn.ts";

/** What a turn has done so far, and what it asks for. */
interface Made {
  readonly calls: ToolCall[];
  /** It is to be kept with the answer. */
  asks?: KeptApproval | undefined;
  /** It waits from here on. */
  approval?: Approval | undefined;
  decided?: Approval | undefined;
}

/**
 * The calls of a turn, each under its key, else numbered in the order they are made: whoever responds to the turn again
 * and makes the same calls has each of them done once.
 */
export function callsOf(deps: TaskDeps, turn: Turn, tell: Tell) {
  const made: Made = { calls: [] };
  const call: TurnActions["call"] = async (planned, key = String(made.calls.length + 1)) => {
    const asked = { id: `${turn.id}.${key}`, ...planned };
    tell({ event: "tool.started", data: asked });
    const result = await runCall(deps, turn, asked);
    made.calls.push({ ...asked, result });
    tell({ event: "tool.finished", data: { ...asked, result } });
    return result;
  };
  const actions: TurnActions = {
    call: inOrder(call),
    propose: async (wishes) => {
      const { approval, ...proposal } = await propose(deps, turn, wishes);
      [made.asks, made.approval] = [approval, approval];
      return proposal;
    },
    decide: async (decision) => {
      try {
        const answer = await decideApproval(deps)(turn, { ...decision, turnId: turn.id });
        [made.approval, made.decided] = [answer.approval, answer.decided];
        made.calls.push(...answer.tool_calls);
        for (const each of answer.tool_calls) tell({ event: "tool.finished", data: each });
        return answer.response;
      } catch (error) {
        return deps.actions.say("", outcomeOf(error), localeIn(turn.context));
      }
    },
  };
  return { actions, made };
}

/** Calls wait for the one before them, also where whoever makes them does not. */
function inOrder(call: TurnActions["call"]): TurnActions["call"] {
  let before: Promise<unknown> = Promise.resolve();
  return (planned, key) => {
    const done: Promise<Outcome> = before.then(() => call(planned, key));
    before = done.catch(() => undefined);
    return done;
  };
}
