import { createHash } from "node:crypto";
import { keyOf, type Transaction } from "@todo-mesh/state";
import type { Timers } from "@todo-mesh/timers";
import { Ledger } from "../domain/ledger/ledger.ts";
import { type TimerData, timersBetween, timersWanted } from "../domain/planning/timers-between.ts";

// What waits is kept for as long as it waits. The rest is kept for the sake of news that comes late,
// and of the person who asks what became of a reminder.
const KEPT_SECONDS = 90 * 24 * 60 * 60;

type Ledgers = ReadonlyMap<string, Ledger>;
export type SetTimers = Pick<Timers<TimerData>, "set" | "cancel">;

const ledgerKey = (taskId: string): string => keyOf("ledger", taskId);

/** The ledgers of these tasks in one round trip; those never heard of are not in the answer. */
export async function readLedgers(
  tx: Transaction,
  taskIds: readonly string[],
): Promise<Map<string, Ledger>> {
  const found = await tx.getMany([...new Set(taskIds)].map(ledgerKey), Ledger);
  return new Map(found.flatMap((ledger) => (ledger ? [[ledger.task_id, ledger]] : [])));
}

/** What a transaction made of ledgers. */
export interface Changed {
  readonly before: Ledgers;
  readonly after: Ledgers;
}

/** Writes the ledgers that changed, and sets and cancels timers to what they want now. */
export async function writeLedgers(
  tx: Transaction,
  timers: SetTimers,
  { before, after }: Changed,
): Promise<void> {
  const changed = [...after.values()].filter((ledger) => ledger !== before.get(ledger.task_id));
  for (const ledger of changed) writeLedger(tx, ledger);
  const steps = changed.map((ledger) => ({
    ...timersBetween(before.get(ledger.task_id), ledger),
    group: ledger.task && groupOf(ledger.task.user_id),
  }));
  timers.cancel(
    tx,
    steps.flatMap(({ cancel }) => cancel),
  );
  await timers.set(
    tx,
    steps.flatMap(({ set, group }) => set.map((timer) => ({ ...timer, group }))),
  );
}

// A hint of a timer stays until its time comes, also when the person is forgotten: it does not say who it was.
const groupOf = (userId: string): string =>
  createHash("sha256").update(userId).digest("base64url").slice(0, 22);

// Without anything that waits it goes after 90 days.
function writeLedger(tx: Transaction, ledger: Ledger): void {
  const waits = timersWanted(ledger).length > 0;
  tx.put(ledgerKey(ledger.task_id), ledger, waits ? {} : { ttlSeconds: KEPT_SECONDS });
}
