import {
  ConversationHead,
  type ConversationPage,
  type ConversationRead,
  type PageQuery,
} from "@todo-mesh/contracts";
import { AppError, type StateStore } from "@todo-mesh/ports";
import { listPage, readerOf } from "@todo-mesh/state";
import { z } from "zod";
import { Conversation } from "../../domain/assistant/conversation.ts";
import { conversationKey, conversationsOf, messagesOf } from "./conversation-keys.ts";

interface ReadDeps {
  readonly store: StateStore;
}

/** A page of a person's conversations, the one that began last first. */
export function listConversations({ store }: ReadDeps) {
  return async (userId: string, query: PageQuery): Promise<ConversationPage> => {
    const { items: ids, ...cursor } = await listPage(store, conversationsOf(userId), query);
    const keys = ids.map((id) => conversationKey(userId, id));
    const heads = await readerOf(store).getMany(keys, Conversation);
    // One that is let go, or erased, meanwhile is gone.
    const items = heads.flatMap((head) => (head ? [ConversationHead.parse(head)] : []));
    return { items, ...cursor };
  };
}

export type ListConversations = ReturnType<typeof listConversations>;

/** A conversation and a page of its messages, the newest first. `not-found`: there is none, or it was let go. */
export function readConversation({ store }: ReadDeps) {
  return async (userId: string, id: string, query: PageQuery): Promise<ConversationRead> => {
    const isId = z.uuid().safeParse(id).success;
    const head = isId && (await readerOf(store).get(conversationKey(userId, id), Conversation));
    if (!head) throw new AppError("not-found", "There is no such conversation");
    const page = await listPage(store, messagesOf(userId, id), query);
    return { ...ConversationHead.parse(head), ...page };
  };
}

export type ReadConversation = ReturnType<typeof readConversation>;
