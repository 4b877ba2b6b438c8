import { type ChatAnswer, Outcome } from "@todo-mesh/contracts";
import { kindOf } from "@todo-mesh/ports";
import { asUnkeptId } from "../../domain/assistant/conversation.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { localeIn, speakingIn } from "../../domain/languages/locale-in.ts";
import { sayDegraded } from "../../domain/replies/say-words.ts";
import { contextOf } from "../preferences/context-of.ts";
import { type Begun, beginTurn } from "./begin-turn.ts";
import { callsOf } from "./calls-of-turn.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { breakOffTurn, finishTurn } from "./finish-turn.ts";
import type { Emit } from "./responder.ts";
import type { AskedOfChat, Said, Tell, Turn } from "./turn.ts";

/** What happens to an answer that could not be stored. */
export type RetryLater = (turn: Turn, said: Said) => void;

/**
 * One turn, from the message to its answer. The message is stored first and the answer before it is
 * shown; with the same idempotency key a turn is taken up where it stopped. Without a state store it
 * answers all the same, does nothing, and says so.
 */
export function takeTurn(deps: TurnDeps, retryLater: RetryLater) {
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
    const emitted: string[] = [];
    const emit = (text: string): void => {
      emitted.push(text);
      tell({ event: "text.delta", data: { text } });
    };
    const whole = await answer(deps, turn, { tell, emit, emitted }, retryLater);
    return toldRest(tell, whole, emitted.join(""));
  };
}

/** Whoever hears the turn, and what they have been shown of its answer. */
interface Heard {
  readonly tell: Tell;
  readonly emit: Emit;
  readonly emitted: readonly string[];
}

async function answer(
  deps: TurnDeps,
  turn: Turn,
  heard: Heard,
  retryLater: RetryLater,
): Promise<ChatAnswer> {
  try {
    const said = await respond(deps, turn, heard);
    return await finishTurn(deps, turn, said).catch((error: unknown) => {
      if (kindOf(error) !== "unavailable") throw error;
      const unkept = notKept(said, turn);
      retryLater(turn, unkept);
      return unkept.answer;
    });
  } catch (error) {
    deps.log.error("a turn failed", { error, turn_id: turn.id });
    await breakOffTurn(deps, turn, heard.emitted.join("")).catch((cause: unknown) =>
      deps.log.warn("a failed turn could not be marked", { error: cause, turn_id: turn.id }),
    );
    throw error;
  }
}

async function respond(deps: TurnDeps, turn: Turn, { tell, emit, emitted }: Heard): Promise<Said> {
  const { actions, made } = callsOf(deps, turn, tell);
  const { text, interrupted } = await deps.responder(turn, actions, emit);
  const { calls: tool_calls, asks, approval, decided } = made;
  const known = tool_calls.every(
    ({ result }) => Outcome.safeParse(result).data?.outcome !== "unknown",
  );
  const ids = idsOf(turn.id, turn.conversationId);
  const whole = {
    ...ids,
    response: [...emitted, text].join(""),
    tool_calls,
    interrupted,
    approval,
    decided,
  };
  return { answer: { ...whole, ...(!known && { degraded: true }) }, final: known, asks };
}

function withoutStore({ ids, clock, ...deps }: TurnDeps, { request }: AskedOfChat): ChatAnswer {
  const context = speakingIn(contextOf(request, {}, clock.now()), [request.message]);
  const intent = deps.understand(request.message, context);
  const locale = localeIn(context);
  const conversationId = request.conversation_id ?? asUnkeptId(ids.next());
  const answered = idsOf(ids.next(), conversationId);
  return {
    ...answered,
    response: sayDegraded(LANGUAGES[locale].replies, intent, deps.actions.examples[locale]),
    tool_calls: [],
    degraded: true,
  };
}

function notKept({ answer: { response, ...rest }, ...said }: Said, { context }: Turn): Said {
  const { notKept: sorry } = LANGUAGES[localeIn(context)].replies.talk;
  return { ...said, answer: { ...rest, response: `${response}\n${sorry}`, degraded: true } };
}

/** Tells a whole answer that was there at once. */
function told(tell: Tell, whole: ChatAnswer): ChatAnswer {
  tell({ event: "turn.started", data: idsOf(whole.turn_id, whole.conversation_id) });
  for (const call of whole.tool_calls) tell({ event: "tool.finished", data: call });
  return toldRest(tell, whole, "");
}

// Of two who finish one turn the first is kept: what was shown of the other is no beginning of it.
function toldRest(tell: Tell, whole: ChatAnswer, shown: string): ChatAnswer {
  const { response } = whole;
  const text = response.startsWith(shown) ? response.slice(shown.length) : response;
  if (text !== "") tell({ event: "text.delta", data: { text } });
  if (whole.approval) tell({ event: "approval.requested", data: whole.approval });
  tell({ event: "turn.finished", data: whole });
  return whole;
}

const idsOf = (turnId: string, conversationId: string) => ({
  turn_id: turnId,
  conversation_id: conversationId,
});
