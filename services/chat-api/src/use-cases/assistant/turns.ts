import type { ChatAnswer } from "@todo-mesh/contracts";
import { kindOf } from "@todo-mesh/ports";
import { Conversation } from "../../domain/assistant/conversation.ts";
import { type Understand, understanding } from "../../domain/grammar/understand.ts";
import type { ChatDeps } from "../deps.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { conversationKey } from "./conversation-keys.ts";
import { endDead } from "./end-interrupted.ts";
import { finishTurn } from "./finish-turn.ts";
import { readerBy, resumeTurn, type WhichTurn } from "./follow-turn.ts";
import { respondByGrammar } from "./respond-by-grammar.ts";
import { type ModelUse, respondByModel } from "./respond-by-model.ts";
import { respondToApproval } from "./respond-to-approval.ts";
import type { Responder } from "./responder.ts";
import { createRunningTurns } from "./running-turns.ts";
import { stopTurn } from "./stop-turn.ts";
import { takeTurn } from "./take-turn.ts";
import { type Tell, type TurnLog, TurnLost } from "./turn-log.ts";
import type { AskedOfChat, Said, Turn } from "./turn.ts";

const RETRY_MS = 2_000;
const TRIES = 60;
const MOST_WAITING = 1_000;
/** Of one person, so that the answers of others find room. */
const MOST_OF_ONE = 20;

export interface Turns {
  /** Takes a turn. It goes on to its end, whether or not anybody waits for it. */
  take(asked: AskedOfChat, tell: Tell): Promise<ChatAnswer>;
  /** Tells the rest of a turn behind an event of it, wherever it runs or ran; one whose owner died is ended by that. */
  resume(which: WhichTurn & { readonly after: number }, tell: Tell): Promise<"ended" | "left">;
  /** Wants no more of a turn, on whichever replica it runs; what it has done stays done, and is told. */
  stop(userId: string, turnId: string): Promise<void>;
  /** Ends the turns of a conversation whose owners died, as far as they came. */
  endDead(userId: string, conversationId: string): Promise<void>;
  /** Waits for the turns that run; answers that still wait for the store are tried once more and given up. */
  close(): Promise<void>;
}

type TurnsDeps = ChatDeps &
  Pick<TurnDeps, "log" | "wait"> & {
    /** Who answers; the grammar, if nobody else does. */
    readonly responder?: Responder;
    /** A model that answers what the grammar does not. */
    readonly model?: ModelUse | undefined;
  };

function responderOf(
  { model: use, ids, actions }: Omit<TurnsDeps, "wait">,
  understand: Understand,
): Responder {
  const grammar = respondByGrammar(understand, actions);
  return respondToApproval(
    use ? respondByModel({ use, grammar, understand, actions, ids }) : grammar,
  );
}

/** An answer that could not be stored. */
interface Unkept {
  readonly turn: Turn;
  readonly log: TurnLog;
  readonly said: Said;
}

/** All turns of this process. An answer the store could not take is offered to it again for two minutes. */
export function createTurns(given: TurnsDeps): Turns {
  const understand = understanding(given.actions.actions);
  const work = new Set<Promise<unknown>>();
  const closing = new AbortController();
  const waiting = new Map<string, Unkept>();
  const deps: TurnDeps = {
    responder: responderOf(given, understand),
    ...given,
    understand,
    running: createRunningTurns(given),
    unkept: (owner) => waiting.get(owner)?.said,
  };

  const track = tracking(work);
  const keepTrying = async (unkept: Unkept): Promise<void> => {
    for (let left = TRIES; left > 0 && !closing.signal.aborted; left -= 1) {
      await deps.wait(RETRY_MS, closing.signal);
      if (await isSettled(deps, unkept)) return;
    }
  };
  const retryLater = (turn: Turn, log: TurnLog, said: Said): void => {
    if (!isRoomFor(turn, [...waiting.values()])) return;
    waiting.set(log.owner, { turn, log, said });
    track(keepTrying({ turn, log, said }).finally(() => waiting.delete(log.owner)));
  };
  const [take, resume] = [takeTurn(deps, retryLater), resumeTurn(deps)];

  return {
    take: (asked, tell) => {
      const turn = take(asked, tell);
      track(turn);
      return turn;
    },
    resume: ({ after, ...which }, tell) => resume(which, readerBy(tell, after)),
    stop: stopTurn(deps),
    endDead: endDeadIn(deps),
    close: async () => {
      closing.abort();
      while (work.size > 0) await Promise.all(work);
    },
  };
}

const endDeadIn =
  (deps: TurnDeps): Turns["endDead"] =>
  (userId, conversationId) =>
    deps.commit(userId, async (tx) => {
      const conversation = await tx.get(conversationKey(userId, conversationId), Conversation);
      if (conversation) await endDead(deps, tx, userId, conversation);
    });

function isRoomFor({ userId }: Turn, waiting: readonly Unkept[]): boolean {
  const own = waiting.filter(({ turn }) => turn.userId === userId);
  return waiting.length < MOST_WAITING && own.length < MOST_OF_ONE;
}

/** Keeps work in a set until it has ended. */
const tracking =
  (running: Set<Promise<unknown>>) =>
  (work: Promise<unknown>): void => {
    const done = work.catch(() => undefined).finally(() => running.delete(done));
    running.add(done);
  };

/** Tries once more to store an answer: it is stored by that, or another ended its turn, or it can never be. */
async function isSettled(deps: TurnDeps, { turn, log, said }: Unkept): Promise<boolean> {
  try {
    await finishTurn(deps, turn, log, said);
  } catch (error) {
    if (kindOf(error) === "unavailable") return false;
    if (!(error instanceof TurnLost))
      deps.log.warn("an answer could not be stored", { error, turn_id: turn.id });
  }
  return true;
}
