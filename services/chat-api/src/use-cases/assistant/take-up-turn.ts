import { ChatAnswer } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { readRange, type Transaction } from "@todo-mesh/state";
import { WINDOW } from "../../domain/assistant/conversation.ts";
import { wordsIn } from "../../domain/assistant/turn-events.ts";
import type { TurnRecord } from "../once/turn-record.ts";
import { messagesOf } from "./conversation-keys.ts";
import { type EndDeps, endInterrupted } from "./end-interrupted.ts";
import { claimTurn, type OwnedTurn, turnOf } from "./owned-turn.ts";
import { TurnRow, turnRowKey } from "./turn-row.ts";
import type { AskedOfChat } from "./turn.ts";

/** What becomes of a message that is said again under its key. */
export type TakenUp =
  | OwnedTurn
  | { readonly kind: "answered"; readonly answer: ChatAnswer }
  /** Another has this turn and goes on with it. */
  | { readonly kind: "under-way"; readonly turnId: string };

interface Again {
  readonly asked: AskedOfChat;
  readonly record: TurnRecord;
  readonly owner: string;
}

/** A turn whose owner died is taken up where no words of it were shown; where some were, it ends with those. */
export async function takenUp(deps: EndDeps, tx: Transaction, again: Again): Promise<TakenUp> {
  const { asked, record } = again;
  const { userId, idempotency } = asked;
  if (record.fingerprint !== idempotency?.fingerprint)
    throw new AppError("key-reused", "This Idempotency-Key was used for another message");
  if (record.answer !== undefined)
    return { kind: "answered", answer: ChatAnswer.parse(JSON.parse(record.answer)) };
  const row = await tx.get(turnRowKey(userId, record.turn_id), TurnRow);
  // A turn that came to no good end, or to none that is kept, is told from its start.
  if (!row || row.ended) return goOn(deps, tx, again);
  return (await withoutUs(deps, tx, userId, row)) ?? goOn(deps, tx, again, row.events);
}

async function goOn(
  deps: EndDeps,
  tx: Transaction,
  { asked, record, owner }: Again,
  begun?: TurnRow["events"],
): Promise<TakenUp> {
  const before = { from: Math.max(0, record.seq - WINDOW), to: record.seq };
  const window = await readRange(tx, messagesOf(asked.userId, record.conversation_id), before);
  const turn = turnOf(asked, record, window);
  return { kind: "running", turn, owner, begun: claimTurn(deps, tx, turn, { owner, begun }) };
}

/** What becomes of a turn that has not ended, where it is not for us to go on with it. */
async function withoutUs(
  deps: EndDeps,
  tx: Transaction,
  userId: string,
  row: TurnRow,
): Promise<TakenUp | undefined> {
  if (!deps.running.isDead(row)) return { kind: "under-way", turnId: row.turn_id };
  if (wordsIn(row.events) === "") return undefined;
  return { kind: "answered", answer: await endInterrupted(deps, tx, userId, row) };
}
