import { ConversationHead, type Message } from "@todo-mesh/contracts";
import {
  ConversationDeleted,
  ConversationRenamed,
  TurnEnded,
  TurnStarted,
} from "@todo-mesh/contracts/events";
import { eventOf, type NewEvent } from "@todo-mesh/state";
import type { Conversation } from "../../domain/assistant/conversation.ts";

interface OfTurn {
  readonly userId: string;
  readonly turnId: string;
  readonly conversation: Conversation;
}

const aboutTurn = ({ userId, turnId, conversation }: OfTurn) => ({
  user_id: userId,
  turn_id: turnId,
  conversation: ConversationHead.parse(conversation),
});

/** An answer begins. */
export const turnStarted = (turn: OfTurn): NewEvent =>
  eventOf(TurnStarted, { userId: turn.userId, subject: turn.turnId, data: aboutTurn(turn) });

/** An answer is in its conversation. */
export const turnEnded = (turn: OfTurn, { interrupted = false }: Message): NewEvent =>
  eventOf(TurnEnded, {
    userId: turn.userId,
    subject: turn.turnId,
    data: { ...aboutTurn(turn), interrupted },
  });

/** A conversation has another title. */
export const conversationRenamed = (user_id: string, conversation: ConversationHead): NewEvent =>
  eventOf(ConversationRenamed, {
    userId: user_id,
    subject: conversation.id,
    data: { user_id, conversation },
  });

/** A conversation is gone. */
export const conversationDeleted = (user_id: string, conversation_id: string): NewEvent =>
  eventOf(ConversationDeleted, {
    userId: user_id,
    subject: conversation_id,
    data: { user_id, conversation_id },
  });
