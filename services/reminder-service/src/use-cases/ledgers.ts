import { keyOf, type Transaction } from "@todo-mesh/state";
import { isWaiting, Ledger } from "../domain/ledger.ts";

// What waits is kept for as long as it waits. The rest is kept for the sake of news that comes late,
// and of the person who asks what became of a reminder.
const KEPT_SECONDS = 90 * 24 * 60 * 60;

const ledgerKey = (taskId: string): string => keyOf("ledger", taskId);

/** The ledgers of these tasks in one round trip; those never heard of are not in the answer. */
export async function readLedgers(
  tx: Transaction,
  taskIds: readonly string[],
): Promise<Map<string, Ledger>> {
  const found = await tx.getMany(taskIds.map(ledgerKey), Ledger);
  return new Map(found.flatMap((ledger) => (ledger ? [[ledger.task_id, ledger]] : [])));
}

/** Writes a ledger; without a reminder that waits it goes after 90 days. */
export function writeLedger(tx: Transaction, ledger: Ledger): void {
  const waits = ledger.reminders.some(isWaiting);
  tx.put(ledgerKey(ledger.task_id), ledger, waits ? {} : { ttlSeconds: KEPT_SECONDS });
}
