import type { ChatAnswer, ToolCall } from "@todo-mesh/contracts";
import { kindOf } from "@todo-mesh/ports";
import { asUnkeptId } from "../domain/conversation.ts";
import { understand } from "../domain/grammar/understand.ts";
import { lastShown, planTurn } from "../domain/plan-turn.ts";
import { sayOutcome } from "../domain/say-answer.ts";
import { NOT_KEPT, sayDegraded, sayWords } from "../domain/say-words.ts";
import { type Begun, beginTurn } from "./begin-turn.ts";
import type { TurnDeps } from "./deps.ts";
import { breakOffTurn, finishTurn } from "./finish-turn.ts";
import { runTool } from "./run-tool.ts";
import { type AskedOfChat, contextOf, type Said, type Tell, type Turn } from "./turn.ts";

/** What happens to an answer that could not be stored. */
export type KeepLater = (turn: Turn, said: Said) => void;

/**
 * One turn, from the message to its answer. The message is stored first and the answer before it is
 * shown; with the same idempotency key a turn is taken up where it stopped. Without a state store it
 * answers all the same, does nothing, and says so.
 */
export function takeTurn(deps: TurnDeps, keepLater: KeepLater) {
  return async (asked: AskedOfChat, tell: Tell): Promise<ChatAnswer> => {
    const begun = await beginTurn(deps, asked).catch((error: unknown): Begun | undefined => {
      if (kindOf(error) !== "unavailable") throw error;
      deps.log.warn("a message was answered without the state store", { error });
      return undefined;
    });
    if (!begun) return told(tell, withoutStore(deps, asked));
    if (begun.kind === "answered") return told(tell, begun.answer);
    const { turn } = begun;
    tell({ event: "turn.started", data: idsOf(turn.id, turn.conversationId) });
    return toldRest(tell, await answer(deps, turn, tell, keepLater));
  };
}

async function answer(
  deps: TurnDeps,
  turn: Turn,
  tell: Tell,
  keepLater: KeepLater,
): Promise<ChatAnswer> {
  try {
    const said = await respond(deps, turn, tell);
    return await finishTurn(deps, turn, said).catch((error: unknown) => {
      if (kindOf(error) !== "unavailable") throw error;
      const unkept = notKept(said);
      keepLater(turn, unkept);
      return unkept.answer;
    });
  } catch (error) {
    deps.log.error("a turn failed", { error, turn_id: turn.id });
    await breakOffTurn(deps, turn).catch((cause: unknown) =>
      deps.log.warn("a failed turn could not be marked", { error: cause, turn_id: turn.id }),
    );
    throw error;
  }
}

async function respond(deps: TurnDeps, turn: Turn, tell: Tell): Promise<Said> {
  const intent = understand(turn.message, turn.context);
  const planned = planTurn(intent, lastShown(turn.window));
  const ids = idsOf(turn.id, turn.conversationId);
  if (!planned)
    return { answer: { ...ids, response: sayWords(intent), tool_calls: [] }, final: true };

  const call = { id: `${turn.id}.1`, ...planned };
  tell({ event: "tool.started", data: call });
  const result = await runTool(deps, turn, call);
  const done: ToolCall = { ...call, result };
  tell({ event: "tool.finished", data: done });
  const known = result.outcome !== "unknown";
  const words = "task" in planned.arguments ? planned.arguments.task : "";
  const response = sayOutcome(result, intent, words);
  return {
    answer: { ...ids, response, tool_calls: [done], ...(!known && { degraded: true }) },
    final: known,
  };
}

function withoutStore({ ids, clock }: TurnDeps, { request }: AskedOfChat): ChatAnswer {
  const intent = understand(request.message, contextOf(request, clock.now()));
  const conversationId = request.conversation_id ?? asUnkeptId(ids.next());
  const answered = idsOf(ids.next(), conversationId);
  return { ...answered, response: sayDegraded(intent), tool_calls: [], degraded: true };
}

function notKept({ answer: { response, ...rest }, final }: Said): Said {
  return { answer: { ...rest, response: `${response}\n${NOT_KEPT}`, degraded: true }, final };
}

/** Tells a whole answer that was there at once. */
function told(tell: Tell, whole: ChatAnswer): ChatAnswer {
  tell({ event: "turn.started", data: idsOf(whole.turn_id, whole.conversation_id) });
  for (const call of whole.tool_calls) tell({ event: "tool.finished", data: call });
  return toldRest(tell, whole);
}

function toldRest(tell: Tell, whole: ChatAnswer): ChatAnswer {
  tell({ event: "text.delta", data: { text: whole.response } });
  tell({ event: "turn.finished", data: whole });
  return whole;
}

const idsOf = (turnId: string, conversationId: string) => ({
  turn_id: turnId,
  conversation_id: conversationId,
});
