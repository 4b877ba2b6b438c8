import { type Notification } from "@todo-mesh/contracts";
import { type Event, NotificationRead, type ReminderDismissed } from "@todo-mesh/contracts/events";
import { AppError } from "@todo-mesh/ports";
import {
  atomically,
  type Entry,
  eventOf,
  headOf,
  readRange,
  replace,
  type Transaction,
} from "@todo-mesh/state";
import { inboxOf, placeOf } from "./inbox.ts";
import { rememberKnown } from "./known-until.ts";
import type { InboxDeps } from "./show-reminders.ts";

/**
 * Marks a notification as read and says so, once: a second reading answers the same and changes nothing.
 * `not-found` when it is not in this inbox.
 */
export function markRead({ store, outbox, clock }: InboxDeps) {
  return (user: string, id: string): Promise<Notification> =>
    atomically(store, async (tx) => {
      const entry = await find(tx, user, id);
      if (entry.element.read_at !== undefined) return entry.element;
      const [read] = await readAll(tx, outbox, { user, entries: [entry], at: clock.now() });
      return read ?? entry.element;
    });
}

const AT_ONCE = 50;

/**
 * What rang of a task is known, or will ring again: its notifications up to then are read, on every device, those that
 * are still on their way here as well. Safe to repeat: what is read stays read, since when it first was.
 */
export function markKnown({ store, outbox }: Pick<InboxDeps, "store" | "outbox">) {
  return async ({ data }: Event<ReminderDismissed>) => {
    const { user_id: user, task_id, at } = data;
    const isMeant = ({ element }: Entry<Notification>): boolean =>
      element.task_id === task_id &&
      element.kind === "reminder" &&
      element.read_at === undefined &&
      Date.parse(element.due_at) <= Date.parse(at);
    const markSome = async (tx: Transaction): Promise<boolean> => {
      const { first, next } = await headOf(tx, inboxOf(user));
      const all = await readRange(tx, inboxOf(user), { from: first, to: next });
      const entries = all.filter(isMeant);
      await readAll(tx, outbox, { user, entries: entries.slice(0, AT_ONCE), at: new Date(at) });
      return entries.length > AT_ONCE;
    };
    await atomically(store, (tx) => rememberKnown(tx, data, at));
    while (await atomically(store, markSome));
  };
}

interface Reading {
  readonly user: string;
  readonly entries: readonly Entry<Notification>[];
  readonly at: Date;
}

async function readAll(
  tx: Transaction,
  outbox: InboxDeps["outbox"],
  { user, entries, at }: Reading,
): Promise<Notification[]> {
  const read: Notification[] = [];
  for (const { n, element } of entries) {
    const notification = { ...element, read_at: at.toISOString() };
    await replace(tx, inboxOf(user), n, notification);
    read.push(notification);
  }
  await outbox.add(
    tx,
    read.map((notification) =>
      eventOf(NotificationRead, {
        userId: user,
        subject: notification.id,
        data: { user_id: user, notification },
      }),
    ),
  );
  return read;
}

async function find(tx: Transaction, user: string, id: string): Promise<Entry<Notification>> {
  const n = await placeOf(tx, user, id);
  const [entry] = n === undefined ? [] : await readRange(tx, inboxOf(user), { from: n, to: n + 1 });
  // Of an inbox that was erased the numbers begin anew.
  if (entry?.element.id !== id)
    throw new AppError("not-found", "There is no such notification in this inbox");
  return entry;
}
