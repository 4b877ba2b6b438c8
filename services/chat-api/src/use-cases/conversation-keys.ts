import { keyOf, listOf } from "@todo-mesh/state";
import { z } from "zod";
import { Message } from "@todo-mesh/contracts";

/** The head of a conversation; only its owner's name leads to it. */
export const conversationKey = (userId: string, id: string) => keyOf("chat", userId, id);
export const messagesOf = (userId: string, id: string) =>
  listOf(keyOf("chat", userId, id, "messages"), Message);
/** The ids of a person's conversations, in the order they began. */
export const conversationsOf = (userId: string) => listOf(keyOf("chats", userId), z.uuid());

/** Under which the answers of a person's writes are kept, whatever they change. */
export const answersOf = (userId: string): string => keyOf("tasks", userId);

/** What an idempotency key of the chat stands for: the turn it began, and once there is one, the answer as it was sent. */
export const turnKey = (userId: string, key: string) => keyOf("turn", userId, key);
export const TurnRecord = z.object({
  fingerprint: z.string(),
  turn_id: z.uuid(),
  conversation_id: z.uuid(),
  /** The number of the person's message. */
  seq: z.int(),
  began_at: z.iso.datetime(),
  answer: z.string().optional(),
});
export type TurnRecord = z.infer<typeof TurnRecord>;
export const TURN_RECORD_SECONDS = 86_400;
