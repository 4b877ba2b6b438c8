import { Notification } from "@todo-mesh/contracts";
import {
  append,
  type Entry,
  hashOf,
  headOf,
  keepLast,
  keyOf,
  type List,
  listOf,
  readerOf,
  readNumbers,
  readRange,
  type Source,
  type Transaction,
} from "@todo-mesh/state";
import { z } from "zod";
import { isForgotten } from "./forgotten.ts";

/** An inbox keeps this many; the oldest go. */
export const INBOX_KEEPS = 500;

// What left the inbox must still be known as shown when old events are replayed.
const SHOWN_FOR_SECONDS = 400 * 24 * 60 * 60;

export const inboxOf = (user: string): List<Notification> =>
  listOf(keyOf("inbox", user), Notification);

/** Where in the inbox a notification lies. Being there at all says that it was shown; it says nothing of whom. */
const pointerKey = (user: string, id: string): string =>
  keyOf("inbox-item", hashOf(keyOf(user, id)));
const Pointer = z.int().nonnegative();

export interface Addressed {
  readonly user: string;
  readonly notification: Notification;
}

/** Those of these notifications that are in a person's inbox, the oldest first. */
export async function findIn(
  source: Source,
  user: string,
  ids: readonly string[],
): Promise<Entry<Notification>[]> {
  const keys = ids.map((id) => pointerKey(user, id));
  const places = await readerOf(source).getMany(keys, Pointer);
  const numbers = new Set(places.filter((place) => place !== undefined));
  const inOrder = [...numbers].toSorted((one, other) => one - other);
  const entries = await readNumbers(source, inboxOf(user), inOrder);
  // Of an inbox that was erased the numbers begin anew.
  return entries.filter(({ element }) => ids.includes(element.id));
}

/** Reads where the inboxes of these people end, in one round trip. Of two transactions that read it and add to an inbox, one looks again. */
export async function readEnds(tx: Transaction, users: readonly string[]): Promise<unknown[]> {
  const keys = users.map((user) => inboxOf(user).key);
  return tx.getMany(keys, z.unknown());
}

/** Puts into the inboxes what was never shown before, each once; answers what that was, in order. */
export async function showUnseen<Item extends Addressed>(
  tx: Transaction,
  items: readonly Item[],
): Promise<Item[]> {
  const distinct = [...Map.groupBy(items, keyFor).values()].flatMap(([first]) => first ?? []);
  const places = await tx.getMany(distinct.map(keyFor), Pointer);
  const byUser = Map.groupBy(
    distinct.filter((_item, at) => places[at] === undefined),
    ({ user }) => user,
  );
  const users = [...byUser.keys()];
  const heads = await readEnds(tx, users);
  const withoutInbox = users.filter((_user, at) => heads[at] === undefined);
  const forgotten = await isForgotten(tx, withoutInbox);
  const shown = new Set<Item>();
  const showTo = async (user: string, theirs: readonly Item[]): Promise<void> => {
    const wanted = theirs.filter(({ notification }) => !forgotten(user, notification));
    await addTo(tx, user, wanted);
    for (const item of wanted) shown.add(item);
  };
  await Promise.all([...byUser].map(async ([user, theirs]) => showTo(user, theirs)));
  return distinct.filter((item) => shown.has(item));
}

const keyFor = ({ user, notification }: Addressed): string => pointerKey(user, notification.id);

/** Appends to an inbox, and keeps it short. */
export async function addTo(
  tx: Transaction,
  user: string,
  items: readonly Addressed[],
): Promise<void> {
  if (items.length === 0) return;
  const inbox = inboxOf(user);
  const first = await append(
    tx,
    inbox,
    items.map(({ notification }) => notification),
  );
  items.forEach((item, at) => tx.put(keyFor(item), first + at));
  await dropOldest(tx, user);
}

async function dropOldest(tx: Transaction, user: string): Promise<void> {
  const inbox = inboxOf(user);
  const { first, next } = await headOf(tx, inbox);
  const gone = await readRange(tx, inbox, { from: first, to: next - INBOX_KEEPS });
  for (const { n, element } of gone) leaveMark(tx, user, { n, id: element.id });
  await keepLast(tx, inbox, INBOX_KEEPS);
}

/** What leaves the inbox stays known as shown, for a while. */
export function leaveMark(
  tx: Transaction,
  user: string,
  { n, id }: { readonly n: number; readonly id: string },
): void {
  tx.put(pointerKey(user, id), n, { ttlSeconds: SHOWN_FOR_SECONDS });
}
