import type { StateStore } from "@todo-mesh/ports";
import { atomically, createCollection, type Transaction } from "@todo-mesh/state";
import { IndexEntry } from "../domain/listing/index-entry.ts";

const DAY_MS = 24 * 60 * 60_000;
// A ledger in which nothing waits is kept for 90 days after it was last written.
const KEPT_MS = 100 * DAY_MS;
// More than a person can have tasks.
const MOST = 40_000;
const CACHE_BYTES = 16 * 1_024 * 1_024;

/** What a transaction changes in one person's index. */
export interface IndexStep {
  readonly user: string;
  readonly task_id: string;
  /** Left out: nothing of this task is to be found any more. */
  readonly entry?: IndexEntry | undefined;
}

/** Which ledgers a person has: nothing can be looked for in the store itself. */
export interface ReminderIndex {
  change(tx: Transaction, steps: readonly IndexStep[], now: Date): Promise<void>;
  entriesOf(user: string): Promise<IndexEntry[]>;
  /** Leaves nothing of these people, if they have no reminders any more. */
  forgetEmpty(users: readonly string[]): Promise<void>;
}

/** One collection a person, written in the transaction that writes the ledgers. */
export function createReminderIndex({ store }: { readonly store: StateStore }): ReminderIndex {
  const index = createCollection({
    name: "reminder-index",
    store,
    schema: IndexEntry,
    keyOfElement: ({ task_id }) => task_id,
    maxElements: MOST,
    cache: { maxBytes: CACHE_BYTES },
  });
  const changeOf = async (
    tx: Transaction,
    user: string,
    steps: readonly IndexStep[],
    now: Date,
  ) => {
    const changes = await index.change(tx, user);
    const entries = changes.parts.flatMap((part) => [...part.values()]);
    for (const { task_id } of entries.filter((entry) => isOver(entry, now)))
      changes.remove(task_id);
    const isFull = entries.length + steps.length > MOST;
    for (const { task_id, entry } of steps)
      if (entry === undefined) changes.remove(task_id);
      else if (!isFull) changes.put(entry);
  };
  return {
    change: async (tx, steps, now) => {
      const byUser = [...Map.groupBy(steps, ({ user }) => user)];
      await Promise.all(byUser.map(([user, theirs]) => changeOf(tx, user, theirs, now)));
    },
    entriesOf: async (user) => (await index.read(user)).parts.flatMap((part) => [...part.values()]),
    forgetEmpty: async (users) => {
      for (const user of new Set(users))
        await atomically(store, (tx) => index.erase(tx, user, { onlyIfEmpty: true }));
    },
  };
}

const isOver = ({ until = Infinity }: IndexEntry, now: Date): boolean =>
  until < now.getTime() - KEPT_MS;
