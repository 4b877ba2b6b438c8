import { ChatAnswer, type Message, type TurnEvent } from "@todo-mesh/contracts";
import { append, keepLast, replace, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { Conversation, MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";
import { restOf } from "../../domain/assistant/turn-events.ts";
import type { ChatDeps } from "../deps.ts";
import { askApproval } from "./approvals.ts";
import { turnEnded } from "./conversation-events.ts";
import { answerOf, conversationKey, messagesOf } from "./conversation-keys.ts";
import { TURN_RECORD_SECONDS, turnKey, TurnRecord } from "../once/turn-record.ts";
import type { TurnLog } from "./turn-log.ts";
import type { Said, Turn } from "./turn.ts";

/**
 * Stores the answer and all that is left to show of it, and takes the running mark off: one transaction. `TurnLost` if
 * the turn is another's by now.
 */
export async function finishTurn(
  deps: ChatDeps,
  turn: Turn,
  log: TurnLog,
  said: Said,
): Promise<ChatAnswer> {
  // The schema puts the fields in one order, so that the bytes of a repeated answer are those of the first.
  const answer = ChatAnswer.parse(said.answer);
  const recordKey = turn.idempotency && turnKey(turn.userId, turn.idempotency.key);
  await deps.commit(turn.userId, async (tx) => {
    const head = conversationKey(turn.userId, turn.conversationId);
    // One reading of the store, where each by itself would be one.
    await tx.getMany([log.key, head, ...(recordKey ? [recordKey] : [])], z.unknown());
    await log.hold(tx);
    const record = recordKey && (await tx.get(recordKey, TurnRecord));
    await storeAnswer(deps, tx, turn, answer);
    if (said.asks) await askApproval(deps, tx, turn.userId, said.asks);
    if (recordKey && record && said.final) {
      const answered = { ...record, answer: JSON.stringify(answer) };
      tx.put(recordKey, answered, { ttlSeconds: TURN_RECORD_SECONDS });
    }
    await log.keep(tx, restOf(answer, log.words()));
  });
  return answer;
}

/** Ends a turn that failed for good with what was shown of its answer, and says that it failed. */
export async function breakOffTurn(
  deps: ChatDeps,
  turn: Turn,
  log: TurnLog,
  failed: TurnEvent,
): Promise<void> {
  await deps.commit(turn.userId, async (tx) => {
    await log.hold(tx);
    await markInterrupted(deps, tx, turn, log.words());
    await log.keep(tx, [failed]);
  });
}

/** Marks a turn as broken off, with what was shown of its answer. */
export const markInterrupted = (
  deps: Stamping,
  tx: Transaction,
  turn: Place,
  shown: string,
): Promise<void> =>
  storeMessage(deps, tx, turn, { ...emptyMessage(deps, turn), text: shown, interrupted: true });

type Place = Pick<Turn, "id" | "userId" | "conversationId">;

/** Stores an answer as the message of its turn. */
export const storeAnswer = (
  deps: Stamping,
  tx: Transaction,
  turn: Place,
  answer: ChatAnswer,
): Promise<void> => storeMessage(deps, tx, turn, messageOf(deps, turn, answer));

async function storeMessage(
  { transient }: Stamping,
  tx: Transaction,
  turn: Place,
  message: Message,
): Promise<void> {
  const key = conversationKey(turn.userId, turn.conversationId);
  const messages = messagesOf(turn.userId, turn.conversationId);
  const conversation = await tx.get(key, Conversation);
  if (!conversation) return;
  const running = conversation.running.filter(({ turn_id }) => turn_id !== turn.id);
  const wasRunning = running.length < conversation.running.length;
  // A turn without its mark has an answer already: it was taken for dead, or had less to say at its first try.
  const earlier = wasRunning ? undefined : await answerOf(tx, messages, turn.id);
  if (earlier === undefined) {
    await append(tx, messages, [message]);
    await keepLast(tx, messages, MESSAGES_KEPT);
  } else await replace(tx, messages, earlier.n, message);
  const now = { ...conversation, updated_at: message.at, running };
  tx.put(key, now);
  const ended = { userId: turn.userId, turnId: turn.id, conversation: now };
  transient.add(tx, turnEnded(ended, message));
}

type Stamping = Pick<ChatDeps, "ids" | "clock" | "transient">;

const messageOf = (deps: Stamping, turn: Place, answer: ChatAnswer): Message => ({
  ...emptyMessage(deps, turn),
  text: answer.response,
  ...(answer.tool_calls.length > 0 && { tool_calls: answer.tool_calls }),
  ...(answer.interrupted && { interrupted: true }),
  ...(answer.approval && { approval: answer.approval }),
});

const emptyMessage = ({ ids, clock }: Stamping, turn: Place): Message => ({
  id: ids.next(),
  role: "assistant",
  text: "",
  turn_id: turn.id,
  at: clock.now().toISOString(),
});
