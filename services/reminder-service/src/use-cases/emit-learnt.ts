import { ReminderDismissed, ReminderSnoozed } from "@todo-mesh/contracts/events";
import { eventOf, type NewEvent, type Outbox, type Transaction } from "@todo-mesh/state";
import type { Ledger, LiveLedger } from "../domain/ledger/ledger.ts";
import { dismissedNow, snoozedNow } from "../domain/planning/silenced-now.ts";
import { unplannedNow } from "../domain/planning/unplanned.ts";
import { unplannedEvent } from "./emit-lost-news.ts";
import type { Changed } from "./ledgers.ts";

/** Tells what ledgers learnt: what could not be planned, and what their people dismissed or snoozed. */
export const emitLearnt = (
  tx: Transaction,
  outbox: Pick<Outbox, "add">,
  { before, after }: Changed,
): Promise<void> =>
  outbox.add(
    tx,
    [...after.values()].flatMap((ledger) => learnt(before.get(ledger.task_id), ledger)),
  );

function learnt(before: Ledger | undefined, after: Ledger): NewEvent[] {
  if (!isLive(after)) return [];
  const unplanned = unplannedNow(before, after);
  const dismissed = dismissedNow(before, after);
  const snoozed = snoozedNow(before, after);
  return [
    ...(unplanned ? [unplannedEvent(unplanned)] : []),
    ...(dismissed ? [eventOf(ReminderDismissed, about(dismissed))] : []),
    ...(snoozed ? [eventOf(ReminderSnoozed, about(snoozed))] : []),
  ];
}

const isLive = (ledger: Ledger): ledger is LiveLedger => ledger.task !== undefined;

const about = <Said extends ReminderDismissed>(said: Said) => ({
  userId: said.user_id,
  subject: said.task_id,
  data: said,
});
