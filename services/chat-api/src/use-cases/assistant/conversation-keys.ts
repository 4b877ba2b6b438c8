import { Message } from "@todo-mesh/contracts";
import { type Entry, keyOf, type List, listOf, readLast, type Source } from "@todo-mesh/state";
import { z } from "zod";
import { MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";

/** The head of a conversation; only its owner's name leads to it. */
export const conversationKey = (userId: string, id: string) => keyOf("chat", userId, id);
export const messagesOf = (userId: string, id: string) =>
  listOf(keyOf("chat", userId, id, "messages"), Message);
/** The ids of a person's conversations, in the order they began. */
export const conversationsOf = (userId: string) => listOf(keyOf("chats", userId), z.uuid());

/** The answer of a turn, if it has one. */
export async function answerOf(
  source: Source,
  messages: List<Message>,
  turnId: string,
): Promise<Entry<Message> | undefined> {
  const kept = await readLast(source, messages, MESSAGES_KEPT);
  return kept.find(({ element }) => element.role === "assistant" && element.turn_id === turnId);
}
