import {
  ConversationExport,
  ConversationHead,
  type ConversationPage,
  type ConversationQuery,
  type ConversationRead,
  type PageQuery,
} from "@todo-mesh/contracts";
import { AppError, type Clock, type StateStore } from "@todo-mesh/ports";
import { listPage, numberIn, readerOf, readLast, readPage, type Source } from "@todo-mesh/state";
import { z } from "zod";
import { shownApproval } from "../../domain/assistant/approval.ts";
import { Conversation, MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";
import { titleSays } from "../../domain/assistant/title-says.ts";
import { conversationKey, conversationsOf, messagesOf } from "./conversation-keys.ts";
import type { Turns } from "./turns.ts";

interface ReadDeps {
  readonly store: StateStore;
}

const LARGEST_PAGE = 200;

/** Hears of how many conversations the titles were read. */
type OnRead = (titles: number) => void;

/**
 * A page of a person's conversations, the one that began last first: all of them, or those whose title has the words of
 * a query.
 */
export function listConversations({ store }: ReadDeps) {
  return async (
    userId: string,
    { query, limit, cursor }: ConversationQuery,
    onRead: OnRead = () => undefined,
  ): Promise<ConversationPage> => {
    const isWanted = query === undefined ? () => true : titleSays(query);
    const atOnce = query === undefined ? Math.min(limit + 1, LARGEST_PAGE) : LARGEST_PAGE;
    const items: ConversationHead[] = [];
    const page = { limit: atOnce, before: cursor === undefined ? undefined : numberIn(cursor) };
    for await (const { n, head } of headsFrom(store, userId, page, onRead)) {
      if (!isWanted(head.title)) continue;
      // One more than the page has, or nobody could tell whether it is the last.
      if (items.length === limit) return { items, next_cursor: String(n + 1) };
      items.push(head);
    }
    return { items };
  };
}

export type ListConversations = ReturnType<typeof listConversations>;

/** The newest first, so many at a time; one that is let go, deleted or erased meanwhile is gone. */
async function* headsFrom(
  store: StateStore,
  userId: string,
  { limit, before }: { readonly limit: number; readonly before: number | undefined },
  onRead: OnRead,
) {
  let next = before;
  do {
    const page = await readPage(store, conversationsOf(userId), { limit, before: next });
    const keys = page.entries.map(({ element }) => conversationKey(userId, element));
    const heads = await readerOf(store).getMany(keys, Conversation);
    onRead(keys.length);
    for (const [at, { n }] of page.entries.entries()) {
      const head = heads[at];
      if (head) yield { n, head: ConversationHead.parse(head) };
    }
    next = page.next;
  } while (next !== undefined);
}

interface ReadOneDeps extends ReadDeps {
  readonly clock: Clock;
  readonly turns: Pick<Turns, "endDead">;
}

/**
 * A conversation and a page of its messages, the newest first; a turn of it whose owner died is ended by that.
 * `not-found`: there is none, or it was let go.
 */
export function readConversation({ store, clock, turns }: ReadOneDeps) {
  return async (userId: string, id: string, query: PageQuery): Promise<ConversationRead> => {
    const head = await conversationOf(store, userId, id);
    if (head.running.length > 0) await turns.endDead(userId, id);
    const { items, ...cursor } = await listPage(store, messagesOf(userId, id), query);
    const now = clock.now();
    const shown = items.map(({ approval, ...message }) =>
      approval ? { ...message, approval: shownApproval(approval, now) } : message,
    );
    return { ...ConversationHead.parse(head), items: shown, ...cursor };
  };
}

export type ReadConversation = ReturnType<typeof readConversation>;

/** A conversation with all messages that are kept of it, the oldest first. */
export function exportConversation({ store }: ReadDeps) {
  return async (userId: string, id: string): Promise<ConversationExport> => {
    const head = await conversationOf(store, userId, id);
    const messages = await readLast(store, messagesOf(userId, id), MESSAGES_KEPT);
    return ConversationExport.parse({ ...head, messages: messages.map(({ element }) => element) });
  };
}

export type ExportConversation = ReturnType<typeof exportConversation>;

/** The conversation of this id; `not-found` where there is none, or what is no id. */
export async function conversationOf(
  source: Source,
  userId: string,
  id: string,
): Promise<Conversation> {
  const isId = z.uuid().safeParse(id).success;
  const head = isId && (await readerOf(source).get(conversationKey(userId, id), Conversation));
  if (!head) throw new AppError("not-found", "There is no such conversation");
  return head;
}
