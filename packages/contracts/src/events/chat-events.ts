import { z } from "zod";
import { ConversationHead } from "../chat/conversation.ts";
import { defineEvent } from "./event.ts";

/**
 * What happens in conversations, for whoever shows them to hear of it at once. It is told without a promise: one that
 * is soon followed by another of the same turn or conversation may be left out, and what a process knows as it dies is
 * lost. What an event tells of is there to be read.
 */
export const CHAT_TOPIC = "todo.chat.events";

const ofTurn = { turn_id: z.uuid(), conversation: ConversationHead };

/** A message was said, and its answer begins; the conversation begins with it if nobody knew of it. */
export const TurnStarted = defineEvent("todo.turn.started.v1", CHAT_TOPIC, ofTurn);
/** An answer is in its conversation, or as much of it as there will ever be. */
export const TurnEnded = defineEvent("todo.turn.ended.v1", CHAT_TOPIC, {
  ...ofTurn,
  interrupted: z.boolean(),
});
export const ConversationRenamed = defineEvent("todo.conversation.renamed.v1", CHAT_TOPIC, {
  conversation: ConversationHead,
});
/** A conversation is gone, with all its messages. */
export const ConversationDeleted = defineEvent("todo.conversation.deleted.v1", CHAT_TOPIC, {
  conversation_id: z.uuid(),
});
