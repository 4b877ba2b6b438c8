import { ChatAnswer, type Message } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import {
  append,
  type Entry,
  keepLast,
  readLast,
  readRange,
  type Transaction,
} from "@todo-mesh/state";
import {
  Conversation,
  isUnkeptId,
  MESSAGES_KEPT,
  newConversation,
  splitRunning,
} from "../../domain/assistant/conversation.ts";
import { conversationKey, conversationsOf, messagesOf } from "./conversation-keys.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { letGoOldest } from "./let-go-oldest.ts";
import { refuseKeyOfWrite } from "../once/one-key.ts";
import { speakingIn } from "../../domain/languages/locale-in.ts";
import { contextOf } from "../preferences/context-of.ts";
import { preferencesOf } from "../preferences/preferences.ts";
import { TURN_RECORD_SECONDS, turnKey, TurnRecord } from "../once/turn-record.ts";
import type { AskedOfChat, Turn } from "./turn.ts";

const WINDOW = 50;

export type Begun =
  | { readonly kind: "running"; readonly turn: Turn }
  | { readonly kind: "answered"; readonly answer: ChatAnswer };

/**
 * Stores the person's message and marks the turn as running: one transaction. An idempotency key that
 * was used before leads to the turn it began then, or to its answer. `not-found`: no such conversation.
 */
export async function beginTurn(deps: TurnDeps, asked: AskedOfChat): Promise<Begun> {
  const { userId, idempotency } = asked;
  const begin = async (tx: Transaction): Promise<Begun> => {
    const record = idempotency && (await tx.get(turnKey(userId, idempotency.key), TurnRecord));
    if (record) return takenUp(tx, asked, record);
    await refuseKeyOfWrite(tx, asked);
    return newTurn(deps, tx, asked);
  };
  return deps.commit(userId, begin);
}

async function takenUp(tx: Transaction, asked: AskedOfChat, record: TurnRecord): Promise<Begun> {
  if (record.fingerprint !== asked.idempotency?.fingerprint)
    throw new AppError("key-reused", "This Idempotency-Key was used for another message");
  if (record.answer !== undefined)
    return { kind: "answered", answer: ChatAnswer.parse(JSON.parse(record.answer)) };
  const before = { from: Math.max(0, record.seq - WINDOW), to: record.seq };
  const window = await readRange(tx, messagesOf(asked.userId, record.conversation_id), before);
  return { kind: "running", turn: turnOf(asked, record, window) };
}

function turnOf(
  { userId, request, idempotency, lookedThrough }: AskedOfChat,
  begun: Omit<TurnRecord, "fingerprint">,
  window: readonly Entry<Message>[],
): Turn {
  const said = contextOf(request, begun.chosen ?? {}, new Date(begun.began_at));
  const ofPerson = window.filter(({ element }) => element.role === "person");
  const before = ofPerson.map(({ element }) => element.text).toReversed();
  return {
    id: begun.turn_id,
    userId,
    conversationId: begun.conversation_id,
    message: request.message,
    context: speakingIn(said, [request.message, ...before]),
    window: window.map(({ element }) => element),
    idempotency,
    lookedThrough,
  };
}

async function newTurn(deps: TurnDeps, tx: Transaction, asked: AskedOfChat): Promise<Begun> {
  const { userId, request, idempotency } = asked;
  const now = deps.clock.now();
  // At once, for that is one reading of the store.
  const [chosen, conversation] = await Promise.all([
    preferencesOf(tx, userId),
    openConversation(deps, tx, asked),
  ]);
  const messages = messagesOf(userId, conversation.id);
  const window = await readLast(tx, messages, WINDOW);

  const turnId = deps.ids.next();
  const { stale, alive } = splitRunning(conversation, now);
  const at = now.toISOString();
  const said: Message[] = [
    ...stale.map((turn) => interruptedAnswer(deps, turn.turn_id)),
    { id: deps.ids.next(), role: "person", text: request.message, turn_id: turnId, at },
  ];
  const seq = (await append(tx, messages, said)) + stale.length;
  await keepLast(tx, messages, MESSAGES_KEPT);
  const running = [...alive, { turn_id: turnId, since: at }];
  tx.put(conversationKey(userId, conversation.id), { ...conversation, updated_at: at, running });

  const begun = { turn_id: turnId, conversation_id: conversation.id, seq, began_at: at, chosen };
  if (idempotency) {
    const { key, fingerprint } = idempotency;
    tx.put(turnKey(userId, key), { ...begun, fingerprint }, { ttlSeconds: TURN_RECORD_SECONDS });
  }
  return { kind: "running", turn: turnOf(asked, begun, window) };
}

async function openConversation(
  deps: TurnDeps,
  tx: Transaction,
  { userId, request }: AskedOfChat,
): Promise<Conversation> {
  const { conversation_id: wanted } = request;
  const found = wanted && (await tx.get(conversationKey(userId, wanted), Conversation));
  if (found) return found;
  if (wanted && !isUnkeptId(wanted)) throw new AppError("not-found", "No such conversation");
  const now = deps.clock.now();
  await letGoOldest(tx, userId, { most: deps.quotas.conversations, now });
  const id = wanted ?? deps.ids.next();
  await append(tx, conversationsOf(userId), [id]);
  return newConversation(id, request.message, now);
}

// With a grammar an answer is stored before its first word is shown: whoever was cut off has seen nothing of it.
const interruptedAnswer = ({ ids, clock }: TurnDeps, turnId: string): Message => ({
  id: ids.next(),
  role: "assistant",
  text: "",
  turn_id: turnId,
  at: clock.now().toISOString(),
  interrupted: true,
});
