import type { Message } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { append, keepLast, readLast, type Transaction } from "@todo-mesh/state";
import {
  Conversation,
  isUnkeptId,
  MESSAGES_KEPT,
  newConversation,
  WINDOW,
} from "../../domain/assistant/conversation.ts";
import { refuseKeyOfWrite } from "../once/one-key.ts";
import { TURN_RECORD_SECONDS, turnKey, TurnRecord } from "../once/turn-record.ts";
import { preferencesOf } from "../preferences/preferences.ts";
import { turnStarted } from "./conversation-events.ts";
import { conversationKey, conversationsOf, messagesOf } from "./conversation-keys.ts";
import { type EndDeps, endDead } from "./end-interrupted.ts";
import { letGoOldest } from "./let-go-oldest.ts";
import { claimTurn, turnOf } from "./owned-turn.ts";
import { makeRoom } from "./replace-message.ts";
import type { RunningTurns } from "./running-turns.ts";
import { type TakenUp, takenUp } from "./take-up-turn.ts";
import type { AskedOfChat } from "./turn.ts";

export type Begun =
  | TakenUp
  /** An answer before it is still being given. */
  | { readonly kind: "busy"; readonly turnId: string };

export interface BeginDeps extends EndDeps {
  readonly running: Pick<RunningTurns, "isDead" | "newOwner">;
}

/**
 * Stores the person's message and marks the turn as running: one transaction. A conversation takes one turn at a time;
 * one whose owner died is ended first, as far as it came. An idempotency key that was used before leads to the turn it
 * began then, or to its answer. `not-found`: no such conversation, or no such message to replace.
 */
export async function beginTurn(deps: BeginDeps, asked: AskedOfChat): Promise<Begun> {
  const { userId, idempotency } = asked;
  const owner = deps.running.newOwner();
  const begin = async (tx: Transaction): Promise<Begun> => {
    const record = idempotency && (await tx.get(turnKey(userId, idempotency.key), TurnRecord));
    if (record) return takenUp(deps, tx, { asked, record, owner });
    await refuseKeyOfWrite(tx, asked);
    return newTurn(deps, tx, asked, owner);
  };
  return deps.commit(userId, begin);
}

async function newTurn(
  deps: BeginDeps,
  tx: Transaction,
  asked: AskedOfChat,
  owner: string,
): Promise<Begun> {
  const { userId, request } = asked;
  // At once, for that is one reading of the store.
  const [chosen, found] = await Promise.all([
    preferencesOf(tx, userId),
    openConversation(deps, tx, asked),
  ]);
  const [alive] = await endDead(deps, tx, userId, found);
  if (alive) return { kind: "busy", turnId: alive.turn_id };
  const messages = messagesOf(userId, found.id);
  const [turnId, at] = [deps.ids.next(), deps.clock.now().toISOString()];
  const replaced = await makeRoom(deps, tx, { asked, conversationId: found.id, turnId });
  const window = await readLast(tx, messages, WINDOW);

  const { message: text } = request;
  const said: Message = { id: deps.ids.next(), role: "person", text, turn_id: turnId, at };
  const seq = await append(tx, messages, [said]);
  await keepLast(tx, messages, MESSAGES_KEPT);
  const running = [{ turn_id: turnId, since: at }];
  const conversation = { ...found, updated_at: at, running };
  tx.put(conversationKey(userId, found.id), conversation);
  deps.transient.add(tx, turnStarted({ userId, turnId, conversation }));
  const ids = { turn_id: turnId, conversation_id: found.id };
  const record = { ...ids, seq, began_at: at, chosen, ...(replaced.length > 0 && { replaced }) };
  const turn = turnOf(asked, record, window);
  keepRecord(tx, asked, record);
  const begun = claimTurn(deps, tx, turn, { owner, message_id: said.id });
  return { kind: "running", turn, owner, begun };
}

function keepRecord(
  tx: Transaction,
  { userId, idempotency }: AskedOfChat,
  begun: Omit<TurnRecord, "fingerprint">,
): void {
  if (!idempotency) return;
  const { key, fingerprint } = idempotency;
  tx.put(turnKey(userId, key), { ...begun, fingerprint }, { ttlSeconds: TURN_RECORD_SECONDS });
}

async function openConversation(
  deps: BeginDeps,
  tx: Transaction,
  { userId, request }: AskedOfChat,
): Promise<Conversation> {
  const { conversation_id: wanted } = request;
  const found = wanted && (await tx.get(conversationKey(userId, wanted), Conversation));
  if (found) return found;
  if (wanted && !isUnkeptId(wanted)) throw new AppError("not-found", "No such conversation");
  const now = deps.clock.now();
  await letGoOldest(deps, tx, userId, { most: deps.quotas.conversations, now });
  const id = wanted ?? deps.ids.next();
  await append(tx, conversationsOf(userId), [id]);
  return newConversation(id, request.message, now);
}
