import { ChangeEntry, type ChangePage, type PageQuery } from "@todo-mesh/contracts";
import type { Clock, StateStore } from "@todo-mesh/ports";
import {
  append,
  type Entry,
  headOf,
  keepLast,
  keyOf,
  listOf,
  listPage,
  readPage,
  readRange,
  type Source,
  type Transaction,
} from "@todo-mesh/state";

/** How many changes of a person are remembered; the oldest go. */
const JOURNAL_KEEPS = 10_000;
const PAGE = 50;
const SKEW_MS = 60_000;

/** What was changed in a person's list, in order: one entry for each version of each task. */
export const journalOf = (userId: string) => listOf(keyOf("journal", userId), ChangeEntry);

export async function writeToJournal(tx: Transaction, userId: string, entry: ChangeEntry) {
  const journal = journalOf(userId);
  await append(tx, journal, [entry]);
  await keepLast(tx, journal, JOURNAL_KEEPS);
}

/** The entries from the newest back; with an id, back to the time when that was made. */
export async function* backwards(
  source: Source,
  userId: string,
  since?: string,
): AsyncGenerator<Entry<ChangeEntry>> {
  const earliest = since === undefined ? 0 : madeAt(since) - SKEW_MS;
  let before: number | undefined;
  do {
    const page = await readPage(source, journalOf(userId), { limit: PAGE, before });
    for (const entry of page.entries) {
      if (Date.parse(entry.element.at) < earliest) return;
      yield entry;
    }
    before = page.next;
  } while (before !== undefined);
}

/**
 * Whether the journal may know this id of a change, a turn or a batch: it is one of ours, not of a time to come, nor
 * of one before the oldest entry. To look for any other would be to read all of it for nothing.
 */
export async function mayKnow(
  { store, clock }: { readonly store: StateStore; readonly clock: Clock },
  userId: string,
  id: string,
): Promise<boolean> {
  if (!OUR_ID.test(id) || madeAt(id) > clock.now().getTime() + SKEW_MS) return false;
  const journal = journalOf(userId);
  const { first, next } = await headOf(store, journal);
  const [oldest] = await readRange(store, journal, { from: first, to: Math.min(first + 1, next) });
  return oldest !== undefined && madeAt(id) >= madeAt(oldest.element.id) - LONGEST_TURN_MS;
}

const OUR_ID = /^[\da-f]{8}-[\da-f]{4}-7/i;
/** A turn or batch is taken up again under its first name for as long as its key is known. */
const LONGEST_TURN_MS = 25 * 3_600_000;

// The first 48 bits of a UUID of version 7 are the milliseconds at which it was made (RFC 9562 §5.7).
const madeAt = (id: string): number => Number.parseInt(id.replace("-", "").slice(0, 12), 16);

/** A page of the journal, the newest first. A cursor that it did not give is `invalid`. */
export function listChanges({ store }: { readonly store: StateStore }) {
  return (userId: string, query: PageQuery): Promise<ChangePage> =>
    listPage(store, journalOf(userId), query);
}

export type ListChanges = ReturnType<typeof listChanges>;
