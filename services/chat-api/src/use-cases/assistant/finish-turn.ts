import { ChatAnswer, type Message } from "@todo-mesh/contracts";
import { append, keepLast, type List, readLast, replace, type Transaction } from "@todo-mesh/state";
import { Conversation, MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";
import { conversationKey, messagesOf } from "./conversation-keys.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { TURN_RECORD_SECONDS, turnKey, TurnRecord } from "../once/turn-record.ts";
import type { Said, Turn } from "./turn.ts";

/**
 * Stores the answer and takes the running mark off: one transaction. Of two who finish the same turn
 * the first is kept, and both get its answer.
 */
export async function finishTurn(deps: TurnDeps, turn: Turn, said: Said): Promise<ChatAnswer> {
  // The schema puts the fields in one order, so that the bytes of a repeated answer are those of the first.
  const answer = ChatAnswer.parse(said.answer);
  const recordKey = turn.idempotency && turnKey(turn.userId, turn.idempotency.key);
  const finish = async (tx: Transaction): Promise<ChatAnswer> => {
    const record = recordKey && (await tx.get(recordKey, TurnRecord));
    if (record && record.answer !== undefined) return ChatAnswer.parse(JSON.parse(record.answer));
    await storeAnswer(tx, turn, messageOf(deps, turn, answer));
    if (record && said.final) {
      const answered = { ...record, answer: JSON.stringify(answer) };
      tx.put(recordKey, answered, { ttlSeconds: TURN_RECORD_SECONDS });
    }
    return answer;
  };
  return deps.commit(turn.userId, finish);
}

/** Marks a turn that failed for good as broken off, with what was shown of its answer. */
export async function breakOffTurn(deps: TurnDeps, turn: Turn, shown: string): Promise<void> {
  const broken = { ...emptyMessage(deps, turn), text: shown, interrupted: true };
  await deps.commit(turn.userId, (tx) => storeAnswer(tx, turn, broken));
}

async function storeAnswer(tx: Transaction, turn: Turn, message: Message): Promise<void> {
  const key = conversationKey(turn.userId, turn.conversationId);
  const messages = messagesOf(turn.userId, turn.conversationId);
  const conversation = await tx.get(key, Conversation);
  if (!conversation) return;
  const running = conversation.running.filter(({ turn_id }) => turn_id !== turn.id);
  const wasRunning = running.length < conversation.running.length;
  const earlier = wasRunning ? undefined : await answerNumber(tx, messages, turn.id);
  if (earlier === undefined) {
    await append(tx, messages, [message]);
    await keepLast(tx, messages, MESSAGES_KEPT);
  } else await replace(tx, messages, earlier, message);
  tx.put(key, { ...conversation, updated_at: message.at, running });
}

// A turn without its mark has an answer already: it was taken for dead, or had less to say at its first try.
async function answerNumber(tx: Transaction, messages: List<Message>, turnId: string) {
  const kept = await readLast(tx, messages, MESSAGES_KEPT);
  return kept.find(({ element }) => element.role === "assistant" && element.turn_id === turnId)?.n;
}

const messageOf = (deps: TurnDeps, turn: Turn, answer: ChatAnswer): Message => ({
  ...emptyMessage(deps, turn),
  text: answer.response,
  ...(answer.tool_calls.length > 0 && { tool_calls: answer.tool_calls }),
});

const emptyMessage = ({ ids, clock }: TurnDeps, turn: Turn): Message => ({
  id: ids.next(),
  role: "assistant",
  text: "",
  turn_id: turn.id,
  at: clock.now().toISOString(),
});
