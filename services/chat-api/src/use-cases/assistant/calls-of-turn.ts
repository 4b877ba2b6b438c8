import type { Approval, Outcome, ToolCall } from "@todo-mesh/contracts";
import type { KeptApproval } from "../../domain/assistant/approval.ts";
import type { Meant } from "../../domain/assistant/meant-task.ts";
import { callsIn } from "../../domain/assistant/turn-events.ts";
import { tellingWords } from "../../domain/grammar/find-task.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import type { ChatDeps } from "../deps.ts";
import { lookForNamed } from "./change-in-turn.ts";
import { decideApproval } from "./decide-approval.ts";
import { propose } from "./propose.ts";
import type { TurnActions } from "./responder.ts";
import { outcomeOf, runCall } from "./run-call.ts";
import { takeBack } from "./take-back.ts";
import type { TurnLog } from "./turn-log.ts";
import type { Turn } from "./turn.ts";

const isAny = (): boolean => true;
/** Done or in the trash as well, so that a turn that is taken up finds what it has changed. */
const WHEREVER = { candidates: [isAny, isAny] } as const;

/** What a turn has done so far, and what it asks for. */
interface Made {
  /** By their ids, in the order they were made. */
  readonly calls: Map<string, ToolCall>;
  /** It is to be kept with the answer. */
  asks?: KeptApproval | undefined;
  /** It waits from here on. */
  approval?: Approval | undefined;
  decided?: Approval | undefined;
}

/**
 * The calls of a turn, each under its key, else numbered in the order they are made: whoever responds to the turn again
 * and makes the same calls has each of them done once. What was made before it was taken up is part of what it made.
 */
export function callsOf(deps: ChatDeps, turn: Turn, log: TurnLog) {
  const before = callsIn(log.stored()).map((call) => [call.id, call] as const);
  const made: Made = { calls: new Map(before) };
  let count = 0;
  const isMade = (asked: ToolCall): void => {
    made.calls.set(asked.id, asked);
    log.add({ event: "tool.finished", data: asked });
  };
  const call: TurnActions["call"] = async (planned, key = String((count += 1))) => {
    const asked = { id: `${turn.id}.${key}`, ...planned };
    if (!made.calls.has(asked.id)) log.add({ event: "tool.started", data: asked });
    const result = await runCall(deps, turn, asked);
    isMade({ ...asked, result });
    return result;
  };
  const titlesOf = async (words: string): Promise<string[]> =>
    titlesIn(await lookForNamed(deps, turn, WHEREVER, { task: words }));
  const actions: TurnActions = {
    call: inOrder(call),
    takeBack: (turnIds) => takeBack(deps, turn, turnIds, { isMade, made }),
    isThere: async (words) => (await titlesOf(words)).length > 0,
    isTitle: async (words) => (await titlesOf(words)).some((title) => isSameTitle(title, words)),
    propose: async (wishes) => {
      const { approval, ...proposal } = await propose(deps, turn, wishes);
      [made.asks, made.approval] = [approval, approval];
      return proposal;
    },
    decide: async (decision) => {
      try {
        // Not under the key of the turn, which stands for its answer.
        const answer = await decideApproval(deps)({ userId: turn.userId }, decision, turn);
        [made.approval, made.decided] = [answer.approval, answer.decided];
        for (const each of answer.tool_calls) isMade(each);
        return answer.response;
      } catch (error) {
        return deps.actions.say("", outcomeOf(error), localeIn(turn.context));
      }
    },
  };
  return { actions, made };
}

function titlesIn(meant: Meant): string[] {
  if ("task" in meant) return [meant.task.title];
  const { instead } = meant;
  return instead.outcome === "several" ? instead.tasks.map(({ title }) => title) : [];
}

const isSameTitle = (one: string, other: string): boolean =>
  tellingWords(one).join(" ") === tellingWords(other).join(" ");

/** Calls wait for the one before them, also where whoever makes them does not. */
function inOrder(call: TurnActions["call"]): TurnActions["call"] {
  let before: Promise<unknown> = Promise.resolve();
  return (planned, key) => {
    const done: Promise<Outcome> = before.then(() => call(planned, key));
    before = done.catch(() => undefined);
    return done;
  };
}
