import type { ReminderDismissed, ReminderSnoozed } from "@todo-mesh/contracts/events";
import type { Ledger, LiveLedger } from "../ledger/ledger.ts";

/*
 * What others are told when a ledger learnt what its person said to what rang; that it was taken back is no news to
 * them, for what was read stays read.
 */

/** Its person dismissed what rang. */
export function dismissedNow(
  before: Ledger | undefined,
  { task_id, task_version, task }: LiveLedger,
): ReminderDismissed | undefined {
  const { user_id, acknowledged_at: at } = task;
  if (at === undefined || at <= (before?.task?.acknowledged_at ?? "")) return undefined;
  return { user_id, task_id, task_version, at };
}

/** Its person snoozed what rang, or once more. */
export function snoozedNow(
  before: Ledger | undefined,
  { task_id, task_version, task }: LiveLedger,
): ReminderSnoozed | undefined {
  const { user_id, snoozed } = task;
  if (!snoozed || snoozed.since === before?.task?.snoozed?.since) return undefined;
  return { user_id, task_id, task_version, at: snoozed.since, until: snoozed.until };
}
