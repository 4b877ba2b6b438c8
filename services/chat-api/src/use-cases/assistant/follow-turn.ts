import type { ChatAnswer, TurnEvent } from "@todo-mesh/contracts";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { type Commit, readerOf } from "@todo-mesh/state";
import { isLast, numbered } from "../../domain/assistant/turn-events.ts";
import type { Wait } from "../deps.ts";
import { type EndDeps, endInterrupted } from "./end-interrupted.ts";
import type { RunningTurns } from "./running-turns.ts";
import type { Tell } from "./turn-log.ts";
import { TurnRow, turnRowKey } from "./turn-row.ts";

/** How often whoever hears a turn of another replica looks for more of it. */
const LOOK_MS = 200;

/** Somebody who hears a turn, and how much of it they have heard. */
export interface Reader {
  readonly tell: Tell;
  /** The number of the last event they heard. */
  readonly heard: () => number;
  readonly last: () => TurnEvent | undefined;
  readonly hasHeardAll: () => boolean;
}

/** Keeps in mind what is told. */
export function readerBy(tell: Tell, after = 0): Reader {
  let [heard, last] = [after, undefined as TurnEvent | undefined];
  return {
    tell: (event, n) => {
      [heard, last] = [n, event];
      tell(event, n);
    },
    heard: () => heard,
    last: () => last,
    hasHeardAll: () => last !== undefined && isLast(last),
  };
}

export interface WhichTurn {
  readonly userId: string;
  readonly turnId: string;
  /** Aborted when nobody hears it any more. */
  readonly signal?: AbortSignal | undefined;
  /** Called when it is found, and goes on. */
  readonly onFound?: (() => void) | undefined;
}

interface FollowDeps {
  readonly store: StateStore;
  readonly wait: Wait;
  readonly running: Pick<RunningTurns, "isDead" | "find">;
}

/**
 * Tells a turn that somebody else has, from what its reader heard last, to its end or that of its owner; wherever it
 * runs. `unknown`: there is no such turn, or it ended more than ten minutes ago.
 */
export async function followTurn(
  deps: FollowDeps,
  which: WhichTurn,
  reader: Reader,
): Promise<"ended" | "dead" | "unknown" | "left"> {
  const { userId, turnId, signal, onFound } = which;
  for (;;) {
    if (signal?.aborted) return "left";
    const log = deps.running.find(userId, turnId);
    if (log) {
      onFound?.();
      await log.hearToTheEnd(reader.tell, reader.heard(), signal);
      if (reader.hasHeardAll()) return "ended";
    }
    const seen = await tellStored(deps, which, reader);
    if (seen !== "lives") return seen;
    await deps.wait(LOOK_MS, signal);
  }
}

async function tellStored(
  { store, running }: FollowDeps,
  { userId, turnId, onFound }: WhichTurn,
  { tell, heard }: Reader,
): Promise<"ended" | "dead" | "unknown" | "lives"> {
  const row = await readerOf(store).get(turnRowKey(userId, turnId), TurnRow);
  if (!row) return "unknown";
  for (const { n, event } of numbered(row.events, heard())) tell(event, n);
  if (row.ended) return "ended";
  if (running.isDead(row)) return "dead";
  onFound?.();
  return "lives";
}

/**
 * Tells the rest of a turn, as it was and as it goes on, until it has ended or its reader has left. One whose owner died is ended by that, as far as it came.
 * `not-found`: there is no such turn, or it ended more than ten minutes ago.
 */
export function resumeTurn(deps: FollowDeps & EndDeps & { readonly commit: Commit }) {
  return async (which: WhichTurn, reader: Reader): Promise<"ended" | "left"> => {
    const { userId, turnId } = which;
    for (;;) {
      const end = await toItsEnd(deps, which, reader);
      if (end !== "dead") return end;
      await deps.commit(userId, async (tx) => {
        const row = await tx.get(turnRowKey(userId, turnId), TurnRow);
        if (row && !row.ended && deps.running.isDead(row))
          await endInterrupted(deps, tx, userId, row);
      });
    }
  };
}

async function toItsEnd(deps: FollowDeps, which: WhichTurn, reader: Reader) {
  const end = await followTurn(deps, which, reader);
  if (end === "unknown") throw new AppError("not-found", "There is no such turn");
  return end;
}

/** The answer that a turn came to, which was heard to its end; one that failed throws. */
export function answerHeard({ last }: Reader): ChatAnswer {
  const end = last();
  if (end?.event === "turn.finished") return end.data;
  throw new Error(end?.event === "turn.failed" ? end.data.detail : "The turn did not end");
}
