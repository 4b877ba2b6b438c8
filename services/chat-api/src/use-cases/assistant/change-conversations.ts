import { ConversationHead, type ConversationPatch } from "@todo-mesh/contracts";
import { erase, readPage, readRange, takeOut } from "@todo-mesh/state";
import type { ChatDeps } from "../deps.ts";
import { answerOncePerKey, type Asked } from "../once/one-key.ts";
import { conversationDeleted, conversationRenamed } from "./conversation-events.ts";
import { conversationKey, conversationsOf, messagesOf } from "./conversation-keys.ts";
import { conversationOf } from "./read-conversations.ts";

type ChangeDeps = Pick<ChatDeps, "store" | "commit" | "transient">;

/** Gives a conversation another title. It was not spoken in by that, so it stays as old as it was. */
export function renameConversation({ commit, transient }: ChangeDeps) {
  return async (
    asked: Asked,
    id: string,
    { title }: ConversationPatch,
  ): Promise<ConversationHead> => {
    const answer = await commit(asked.userId, (tx) =>
      answerOncePerKey(tx, asked, async () => {
        const named = { ...(await conversationOf(tx, asked.userId, id)), title };
        tx.put(conversationKey(asked.userId, id), named);
        const head = ConversationHead.parse(named);
        transient.add(tx, conversationRenamed(asked.userId, head));
        return head;
      }),
    );
    return ConversationHead.parse(answer);
  };
}

export type RenameConversation = ReturnType<typeof renameConversation>;

/**
 * Deletes a conversation with all its messages, and answers what it was. What it did to tasks stays. A turn of it that
 * runs goes on to its end, and its answer is kept nowhere.
 */
export function deleteConversation(deps: ChangeDeps) {
  return async (asked: Asked, id: string): Promise<ConversationHead> => {
    const { userId } = asked;
    const answer = await deps.commit(userId, (tx) =>
      answerOncePerKey(tx, asked, async () => {
        const gone = await conversationOf(tx, userId, id);
        tx.delete(conversationKey(userId, id));
        // At most 200 messages: few enough for one transaction.
        while (!(await erase(tx, messagesOf(userId, id))));
        deps.transient.add(tx, conversationDeleted(userId, id));
        return ConversationHead.parse(gone);
      }),
    );
    await leaveList(deps, userId, id);
    return ConversationHead.parse(answer);
  };
}

export type DeleteConversation = ReturnType<typeof deleteConversation>;

/**
 * Gives its place among the person's conversations back, in steps. Whatever cuts it off, its id leads nowhere, is passed
 * over by whoever reads the list, and is the first to go where room is needed.
 */
async function leaveList(
  { store, commit }: Pick<ChangeDeps, "store" | "commit">,
  userId: string,
  id: string,
) {
  const list = conversationsOf(userId);
  let at = await placeOf(store, userId, id);
  while (at !== undefined) {
    const n: number = at;
    at = await commit(userId, async (tx) => {
      const [entry] = await readRange(tx, list, { from: n, to: n + 1 });
      return entry?.element === id ? takeOut(tx, list, n) : undefined;
    });
  }
}

const LOOKED_AT = 200;

async function placeOf(
  store: ChangeDeps["store"],
  userId: string,
  id: string,
): Promise<number | undefined> {
  let before: number | undefined;
  do {
    const page = await readPage(store, conversationsOf(userId), { limit: LOOKED_AT, before });
    const found = page.entries.find(({ element }) => element === id);
    if (found) return found.n;
    before = page.next;
  } while (before !== undefined);
  return undefined;
}
