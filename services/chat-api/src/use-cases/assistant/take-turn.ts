import { type ChatAnswer, Outcome, type TurnEvent } from "@todo-mesh/contracts";
import { AppError, kindOf } from "@todo-mesh/ports";
import { asUnkeptId } from "../../domain/assistant/conversation.ts";
import { restOf } from "../../domain/assistant/turn-events.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import { speakingIn } from "../../domain/grammar/speaking-in.ts";
import { sayDegraded } from "../../domain/replies/say-words.ts";
import { contextOf } from "../preferences/context-of.ts";
import { beginWhenFree } from "./begin-when-free.ts";
import { callsOf } from "./calls-of-turn.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { breakOffTurn, finishTurn } from "./finish-turn.ts";
import { answerHeard, followTurn, type Reader, readerBy, resumeTurn } from "./follow-turn.ts";
import type { OwnedTurn } from "./owned-turn.ts";
import { type Tell, type TurnLog, TurnLost } from "./turn-log.ts";
import type { AskedOfChat, Said, Turn } from "./turn.ts";

/** What happens to an answer that could not be stored. */
export type RetryLater = (turn: Turn, log: TurnLog, said: Said) => void;

/**
 * One turn, from the message to its answer. The message is stored first, and whatever is shown is stored before; with
 * the same idempotency key a turn is taken up where it stopped, or heard where it goes on. Without a state store it
 * answers all the same, does nothing, and says so.
 */
export function takeTurn(deps: TurnDeps, retryLater: RetryLater) {
  return async (asked: AskedOfChat, tell: Tell): Promise<ChatAnswer> => {
    const reader = readerBy(tell);
    const begun = await beginWhenFree(deps, asked, reader).catch((error: unknown) => {
      if (kindOf(error) !== "unavailable") throw error;
      deps.log.warn("a message was answered without the state store", { error });
      return undefined;
    });
    if (!begun) return told(reader, withoutStore(deps, asked));
    if (begun.kind === "heard") return answerHeard(reader);
    if (begun.kind === "answered") return toldAgain(deps, asked, reader, begun.answer);
    return toItsEnd(deps, begun, reader, retryLater);
  };
}

async function toItsEnd(
  deps: TurnDeps,
  { turn, ...mine }: OwnedTurn,
  reader: Reader,
  retryLater: RetryLater,
): Promise<ChatAnswer> {
  try {
    return await deps.running.run(turn, mine, (had, log) => {
      log.hear(reader.tell, reader.heard());
      return answer(deps, had, log, retryLater);
    });
  } catch (error) {
    if (!(error instanceof TurnLost)) throw error;
    deps.log.warn("a turn was ended by another", { turn_id: turn.id });
    await resumeTurn(deps)({ userId: turn.userId, turnId: turn.id }, reader);
    return answerHeard(reader);
  }
}

async function answer(
  deps: TurnDeps,
  turn: Turn,
  log: TurnLog,
  retryLater: RetryLater,
): Promise<ChatAnswer> {
  try {
    const said = await respond(deps, turn, log);
    return await finishTurn(deps, turn, log, said).catch((error: unknown) => {
      if (kindOf(error) !== "unavailable") throw error;
      const unkept = notKept(said, turn);
      log.showUnstored(restOf(unkept.answer, log.words()));
      retryLater(turn, log, unkept);
      return unkept.answer;
    });
  } catch (error) {
    if (error instanceof TurnLost) throw error;
    deps.log.error("a turn failed", { error, turn_id: turn.id });
    const failed: TurnEvent = { event: "turn.failed", data: { detail: safeWords(error) } };
    await breakOffTurn(deps, turn, log, failed).catch((cause: unknown) => {
      deps.log.warn("a failed turn could not be marked", { error: cause, turn_id: turn.id });
      log.showUnstored([failed]);
    });
    throw error;
  }
}

const safeWords = (error: unknown): string =>
  error instanceof AppError && kindOf(error) !== "bug"
    ? error.message
    : "Something went wrong on our side. Please try again.";

async function respond(deps: TurnDeps, turn: Turn, log: TurnLog): Promise<Said> {
  const { actions, made } = callsOf(deps, turn, log);
  const emit = (text: string): void => log.add({ event: "text.delta", data: { text } });
  const tookBack = await actions.takeBack(turn.replaced);
  if (tookBack !== "") emit(tookBack);
  const { text, interrupted } = await deps.responder(turn, actions, emit);
  const { asks, approval, decided } = made;
  const tool_calls = [...made.calls.values()];
  const known = tool_calls.every(
    ({ result }) => Outcome.safeParse(result).data?.outcome !== "unknown",
  );
  const ids = idsOf(turn.id, turn.conversationId);
  const response = `${log.words()}${text}`;
  const whole = { ...ids, response, tool_calls, interrupted, approval, decided };
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

/** Tells what a turn came to, event by event while that is kept. */
async function toldAgain(
  deps: TurnDeps,
  { userId }: AskedOfChat,
  reader: Reader,
  whole: ChatAnswer,
): Promise<ChatAnswer> {
  const end = await followTurn(deps, { userId, turnId: whole.turn_id }, reader);
  return end === "ended" ? whole : told(reader, whole);
}

/** Tells a whole answer that was there at once. */
function told({ tell }: Reader, whole: ChatAnswer): ChatAnswer {
  const events: TurnEvent[] = [
    { event: "turn.started", data: idsOf(whole.turn_id, whole.conversation_id) },
    ...whole.tool_calls.map((data) => ({ event: "tool.finished" as const, data })),
    ...restOf(whole, ""),
  ];
  for (const [at, event] of events.entries()) tell(event, at + 1);
  return whole;
}

const idsOf = (turnId: string, conversationId: string) => ({
  turn_id: turnId,
  conversation_id: conversationId,
});
