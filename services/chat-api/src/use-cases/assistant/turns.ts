import type { ChatAnswer } from "@todo-mesh/contracts";
import { kindOf } from "@todo-mesh/ports";
import { type Understand, understanding } from "../../domain/grammar/understand.ts";
import type { TaskDeps, Wait } from "../deps.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { finishTurn } from "./finish-turn.ts";
import { respondByGrammar } from "./respond-by-grammar.ts";
import { type ModelUse, respondByModel } from "./respond-by-model.ts";
import { respondToApproval } from "./respond-to-approval.ts";
import type { Responder } from "./responder.ts";
import { createStops, type Stops } from "./stops.ts";
import { takeTurn } from "./take-turn.ts";
import type { AskedOfChat, Said, Tell, Turn } from "./turn.ts";

const RETRY_MS = 2_000;
const TRIES = 60;
const MOST_WAITING = 1_000;
/** Of one person, so that the answers of others find room. */
const MOST_OF_ONE = 20;

export interface Turns {
  /** Takes a turn. It goes on to its end, whether or not anybody waits for it. */
  take(asked: AskedOfChat, tell: Tell): Promise<ChatAnswer>;
  /** Wants no more of a turn, on whichever replica it runs; what it has done stays done, and is told. */
  stop(userId: string, turnId: string): Promise<void>;
  /** Waits for the turns that run; answers that still wait for the store are tried once more and given up. */
  close(): Promise<void>;
}

interface TurnsDeps extends TaskDeps, Pick<TurnDeps, "log"> {
  readonly wait: Wait;
  /** Who answers; the grammar, if nobody else does. */
  readonly responder?: Responder;
  /** A model that answers what the grammar does not. */
  readonly model?: ModelUse | undefined;
}

function responderOf(
  { model: use, ids, actions }: Omit<TurnsDeps, "wait">,
  understand: Understand,
  stops: Stops,
): Responder {
  const grammar = respondByGrammar(understand, actions);
  return respondToApproval(
    use ? respondByModel({ use, grammar, understand, actions, ids, stops }) : grammar,
  );
}

/** All turns of this process. An answer the store could not take is offered to it again for two minutes. */
export function createTurns({ wait, ...given }: TurnsDeps): Turns {
  const understand = understanding(given.actions.actions);
  const stops = createStops({ ...given, wait });
  const responder = responderOf(given, understand, stops);
  const deps: TurnDeps = { responder, ...given, understand };
  const running = new Set<Promise<unknown>>();
  const closing = new AbortController();
  const waiting = new Set<Turn>();

  const track = tracking(running);
  const keepTrying = async (turn: Turn, said: Said): Promise<void> => {
    for (let left = TRIES; left > 0 && !closing.signal.aborted; left -= 1) {
      await wait(RETRY_MS, closing.signal);
      const kept = await finishTurn(deps, turn, said).then(
        () => true,
        (error: unknown) => giveUpOn(deps, turn, error),
      );
      if (kept) return;
    }
  };
  const retryLater = (turn: Turn, said: Said): void => {
    const own = [...waiting].filter(({ userId }) => userId === turn.userId);
    if (waiting.size >= MOST_WAITING || own.length >= MOST_OF_ONE) return;
    waiting.add(turn);
    track(keepTrying(turn, said).finally(() => waiting.delete(turn)));
  };
  const take = takeTurn(deps, retryLater);

  return {
    take: (asked, tell) => {
      const turn = take(asked, tell);
      track(turn);
      return turn;
    },
    stop: (userId, turnId) => stops.ask(userId, turnId),
    close: async () => {
      closing.abort();
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Keeps work in a set until it has ended. */
const tracking =
  (running: Set<Promise<unknown>>) =>
  (work: Promise<unknown>): void => {
    const done = work.catch(() => undefined).finally(() => running.delete(done));
    running.add(done);
  };

function giveUpOn({ log }: TurnDeps, { id }: Turn, error: unknown): boolean {
  if (kindOf(error) === "unavailable") return false;
  log.warn("an answer could not be stored", { error, turn_id: id });
  return true;
}
