import { AppError } from "@todo-mesh/ports";
import { type Entry, erase, headOf, readRange, takeOut, type Transaction } from "@todo-mesh/state";
import { Conversation, isStale } from "../../domain/assistant/conversation.ts";
import type { ChatDeps } from "../deps.ts";
import { conversationDeleted } from "./conversation-events.ts";
import { conversationKey, conversationsOf, messagesOf } from "./conversation-keys.ts";

/** Of so many that began first the one that was untouched longest goes. */
const LOOKED_AT = 20;

/**
 * Makes room where a person has as many conversations as they may: one is let go with all its messages. A list cannot
 * say cheaply which of all was untouched longest, so the twenty oldest are looked at; one that is used daily stays. One
 * with a turn under way is never let go; `conflict` when that is each of them.
 */
export async function letGoOldest(
  { transient }: Pick<ChatDeps, "transient">,
  tx: Transaction,
  userId: string,
  { most, now }: { readonly most: number; readonly now: Date },
): Promise<void> {
  const list = conversationsOf(userId);
  const { first, next } = await headOf(tx, list);
  if (next - first < most) return;
  const to = Math.min(next, first + LOOKED_AT);
  const oldest = await readRange(tx, list, { from: first, to });
  const keys = oldest.map(({ element }) => conversationKey(userId, element));
  const gone = untouchedLongest(oldest, await tx.getMany(keys, Conversation), now);
  if (!gone)
    throw new AppError(
      "conflict",
      `You have ${next - first} conversations, and the oldest wait for an answer: try again when they have it`,
    );
  tx.delete(conversationKey(userId, gone.element));
  // At most 200 messages: few enough for one transaction.
  while (!(await erase(tx, messagesOf(userId, gone.element))));
  await takeOut(tx, list, gone.n);
  transient.add(tx, conversationDeleted(userId, gone.element));
}

function untouchedLongest(
  oldest: readonly Entry<string>[],
  heads: readonly (Conversation | undefined)[],
  now: Date,
): Entry<string> | undefined {
  const since = (at: number): string => heads[at]?.updated_at ?? "";
  const idle = [...oldest.keys()].filter((at) => {
    const head = heads[at];
    return !head || head.running.every((turn) => isStale(turn, now));
  });
  const [longest] = idle.toSorted((one, other) => (since(one) < since(other) ? -1 : 1));
  return longest === undefined ? undefined : oldest[longest];
}
