import type { Event, PersonErased } from "@todo-mesh/contracts/events";
import type { StateStore } from "@todo-mesh/ports";
import { atomically, erase, headOf, readRange, type Transaction, trim } from "@todo-mesh/state";
import { forget, isOfBefore } from "./forgotten.ts";
import { addTo, INBOX_KEEPS, inboxOf, leaveMark } from "./inbox.ts";

const AT_ONCE = 100;
// Twice what a full inbox takes: one that fills while it is erased must not hold up the events behind.
const MOST_PASSES = (2 * INBOX_KEEPS) / AT_ONCE;

/**
 * Erases what a person's inbox holds of the time before they wanted to be forgotten, and remembers that, for a
 * reminder may yet be on its way. Safe to repeat, and to do late: what came after that moment stays.
 */
export function eraseInbox({ store }: { readonly store: StateStore }) {
  return async ({ data: { user_id, erased_at } }: Event<PersonErased>): Promise<void> => {
    await atomically(store, (tx) => forget(tx, user_id, erased_at));
    for (let pass = 0; pass < MOST_PASSES; pass += 1)
      if (!(await atomically(store, (tx) => eraseSome(tx, user_id, erased_at)))) return;
  };
}

/** Erases the oldest hundred at most; false once there is nothing of before. */
async function eraseSome(tx: Transaction, user: string, erasedAt: string): Promise<boolean> {
  const inbox = inboxOf(user);
  const { first, next } = await headOf(tx, inbox);
  const all = await readRange(tx, inbox, { from: first, to: next });
  const last = all.findLast(({ element }) => isOfBefore(element, erasedAt));
  if (!last) {
    if (all.length === 0) await erase(tx, inbox);
    return false;
  }
  const end = Math.min(last.n + 1, first + AT_ONCE);
  const some = all.filter(({ n }) => n < end);
  for (const { n, element } of some) leaveMark(tx, user, { n, id: element.id });
  // What lies in between and is newer moves to the end.
  const newer = some.filter(({ element }) => !isOfBefore(element, erasedAt));
  await trim(tx, inbox, end);
  await addTo(
    tx,
    user,
    newer.map(({ element }) => ({ user, notification: element })),
  );
  return true;
}
