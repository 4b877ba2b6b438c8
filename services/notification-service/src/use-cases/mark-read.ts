import { type Notification } from "@todo-mesh/contracts";
import { type Event, NotificationRead, type ReminderDismissed } from "@todo-mesh/contracts/events";
import { AppError } from "@todo-mesh/ports";
import {
  atomically,
  type Entry,
  eventOf,
  headOf,
  holdEnd,
  readRange,
  replace,
  type Transaction,
} from "@todo-mesh/state";
import { findIn, inboxOf } from "./inbox.ts";
import { rememberKnown } from "./known-until.ts";
import type { InboxDeps } from "./show-reminders.ts";

const AT_ONCE = 50;

/**
 * Marks notifications as read and says so, each once: a second reading answers the same and changes nothing. Answers
 * those that are in this inbox, the oldest of each fifty first.
 */
export function markSeveralRead({ store, outbox, clock }: InboxDeps) {
  const markSome = (user: string, ids: readonly string[]): Promise<Notification[]> =>
    atomically(store, async (tx) => {
      const found = await findIn(tx, user, ids);
      const entries = found.filter(({ element }) => element.read_at === undefined);
      const read = await readAll(tx, outbox, { user, entries, at: clock.now() });
      return found.map(({ element }) => read.find(({ id }) => id === element.id) ?? element);
    });
  return async (
    user: string,
    ids: readonly string[],
  ): Promise<{ readonly items: Notification[] }> => {
    const items: Notification[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE)
      items.push(...(await markSome(user, ids.slice(at, at + AT_ONCE))));
    return { items };
  };
}

/** The same of one; `not-found` when it is not in this inbox. */
export function markRead(deps: InboxDeps) {
  const mark = markSeveralRead(deps);
  return async (user: string, id: string): Promise<Notification> => {
    const [read] = (await mark(user, [id])).items;
    if (!read) throw new AppError("not-found", "There is no such notification in this inbox");
    return read;
  };
}

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
    const rememberAndMark = async (tx: Transaction): Promise<boolean> => {
      await rememberKnown(tx, data, at);
      await holdEnd(tx, inboxOf(user));
      return markSome(tx);
    };
    let isMore = await atomically(store, rememberAndMark);
    while (isMore) isMore = await atomically(store, markSome);
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
