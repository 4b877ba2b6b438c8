import { ReminderDue } from "@todo-mesh/contracts";
import type { Clock } from "@todo-mesh/ports";
import { eventOf, type Outbox, type Transaction } from "@todo-mesh/state";
import type { DueTimer, Timers } from "@todo-mesh/timers";
import { announce, caughtUp, reminderFor } from "../domain/announce.ts";
import { type TimerData, timersWanted } from "../domain/timers-between.ts";
import { type AskDeps, askChatApi } from "./ask-chat-api.ts";
import { readLedgers, writeLedger } from "./ledgers.ts";

export interface RingDeps extends AskDeps {
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, "add">;
  readonly timers: Pick<Timers<TimerData>, "set">;
}

/**
 * Announces the reminders whose time has come, in the transaction that removes their timers and sets
 * those for the next date of each series. Safe to repeat: a reminder that its ledger no longer wants at
 * that instant is passed over.
 */
export function ringReminders(deps: RingDeps) {
  return async (tx: Transaction, timers: readonly DueTimer<TimerData>[]): Promise<void> => {
    const ledgers = await readLedgers(
      tx,
      timers.map(({ data }) => data.task_id),
    );
    const now = deps.clock.now();
    const wanted = timers.flatMap((timer) => {
      const ledger = ledgers.get(timer.data.task_id);
      const reminder = reminderFor(ledger, timer);
      return ledger && reminder ? [{ ledger, reminder: caughtUp(ledger, reminder, now) }] : [];
    });
    const standings = await askChatApi(
      deps,
      wanted.map(({ ledger: { user_id, task_id }, reminder: { due_at } }) => ({
        user_id,
        task_id,
        due_at,
      })),
    );
    const told = wanted.map(({ ledger, reminder }, at) =>
      announce(ledger, reminder, { standing: standings[at], now: deps.clock.now() }),
    );
    for (const { ledger } of told) writeLedger(tx, ledger);
    await deps.timers.set(
      tx,
      told.flatMap(({ ledger }) => timersWanted(ledger)),
    );
    await deps.outbox.add(
      tx,
      told.flatMap(({ said }) => (said ? [dueEvent(said)] : [])),
    );
  };
}

// The occurrence is the event's id, so that everyone downstream knows a repetition.
const dueEvent = (said: ReminderDue) =>
  eventOf(ReminderDue, {
    id: said.occurrence_id,
    userId: said.user_id,
    subject: said.reminder_id,
    data: said,
  });
