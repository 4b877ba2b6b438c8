import { type Notification } from "@todo-mesh/contracts";
import { NotificationRead } from "@todo-mesh/contracts/events";
import { AppError } from "@todo-mesh/ports";
import { atomically, eventOf, readRange, replace, type Transaction } from "@todo-mesh/state";
import { inboxOf, placeOf } from "./inbox.ts";
import type { InboxDeps } from "./show-reminders.ts";

/**
 * Marks a notification as read and says so, once: a second reading answers the same and changes nothing.
 * `not-found` when it is not in this inbox.
 */
export function markRead({ store, outbox, clock }: InboxDeps) {
  return (user: string, id: string): Promise<Notification> =>
    atomically(store, async (tx) => {
      const { n, notification } = await find(tx, user, id);
      if (notification.read_at !== undefined) return notification;

      const read = { ...notification, read_at: clock.now().toISOString() };
      await replace(tx, inboxOf(user), n, read);
      const data = { user_id: user, notification: read };
      await outbox.add(tx, [eventOf(NotificationRead, { userId: user, subject: id, data })]);
      return read;
    });
}

async function find(tx: Transaction, user: string, id: string) {
  const n = await placeOf(tx, user, id);
  const [entry] = n === undefined ? [] : await readRange(tx, inboxOf(user), { from: n, to: n + 1 });
  // Of an inbox that was erased the numbers begin anew.
  if (entry?.element.id !== id)
    throw new AppError("not-found", "There is no such notification in this inbox");
  return { n: entry.n, notification: entry.element };
}
