import type { ChatAnswer, RegenerateRequest } from "@todo-mesh/contracts";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { readLast } from "@todo-mesh/state";
import { MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";
import { messagesOf } from "./conversation-keys.ts";
import { conversationOf } from "./read-conversations.ts";
import type { Tell } from "./turn-log.ts";
import type { AskedOfChat } from "./turn.ts";
import type { Turns } from "./turns.ts";

type AskedAgain = Omit<AskedOfChat, "request"> & {
  readonly conversationId: string;
  readonly request: RegenerateRequest;
};

/**
 * Has the last message of a conversation answered anew: it is replaced by itself. `not-found`: no such conversation, or
 * nobody has said anything in it.
 */
export function regenerate({ store, turns }: { store: StateStore; turns: Pick<Turns, "take"> }) {
  return async (asked: AskedAgain, tell: Tell): Promise<ChatAnswer> => {
    const { conversationId, request, ...rest } = asked;
    const { id } = await conversationOf(store, asked.userId, conversationId);
    const kept = await readLast(store, messagesOf(asked.userId, id), MESSAGES_KEPT);
    const last = kept.findLast(({ element }) => element.role === "person")?.element;
    if (!last) throw new AppError("not-found", "There is no message of yours in this conversation");
    const replacing = { conversation_id: id, replaces_message_id: last.id, message: last.text };
    return turns.take({ ...rest, request: { ...request, ...replacing } }, tell);
  };
}

export type Regenerate = ReturnType<typeof regenerate>;
