import type { Notification } from "@todo-mesh/contracts";
import { hashOf, keyOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";

// For as long as a reminder of theirs might still be on its way.
const REMEMBERED_FOR_SECONDS = 30 * 24 * 60 * 60;

// The mark of a person who wants to be forgotten does not name them.
const markKey = (user: string): string => keyOf("inbox-forgotten", hashOf(user));
const Instant = z.iso.datetime();

/** Remembers, without their name, until when a person is forgotten; answers the last such moment. */
export async function forget(tx: Transaction, user: string, erasedAt: string): Promise<void> {
  const before = await tx.get(markKey(user), Instant);
  if (before !== undefined && Date.parse(before) >= Date.parse(erasedAt)) return;
  tx.put(markKey(user), erasedAt, { ttlSeconds: REMEMBERED_FOR_SECONDS });
}

/** Whether a notification belongs to what these people wanted forgotten. */
export async function isForgotten(tx: Transaction, users: readonly string[]) {
  const marks = await tx.getMany(users.map(markKey), Instant);
  const until = new Map(users.map((user, at) => [user, marks[at]]));
  return (user: string, notification: Notification): boolean => {
    const erasedAt = until.get(user);
    return erasedAt !== undefined && isOfBefore(notification, erasedAt);
  };
}

/**
 * Whether a notification is of the time before that moment. A reminder that was set after it rings after it, so
 * the moment for which it was set decides: by when it was shown, what was late would be taken for new.
 */
export const isOfBefore = ({ due_at }: Notification, erasedAt: string): boolean =>
  Date.parse(due_at) <= Date.parse(erasedAt);
