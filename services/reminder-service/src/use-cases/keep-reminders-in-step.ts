import type { Event, TaskEventData } from "@todo-mesh/contracts";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically } from "@todo-mesh/state";
import type { Timers } from "@todo-mesh/timers";
import type { Ledger } from "../domain/ledger.ts";
import { planReminders } from "../domain/plan-reminders.ts";
import { type TimerData, timersBetween } from "../domain/timers-between.ts";
import { readLedgers, writeLedger } from "./ledgers.ts";

export interface InStepDeps {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly timers: Pick<Timers<TimerData>, "set" | "cancel">;
}

/**
 * Brings ledgers and timers in step with news of tasks: all of it in one transaction, or nothing.
 * Safe to repeat: news that is not newer than its ledger changes nothing.
 */
export function keepRemindersInStep({ store, clock, timers }: InStepDeps) {
  return (events: readonly Event<TaskEventData>[]): Promise<void> =>
    atomically(store, async (tx) => {
      const tasks = events.map(({ data }) => data.task);
      const before = await readLedgers(tx, [...new Set(tasks.map(({ id }) => id))]);
      const after = new Map<string, Ledger>(before);
      for (const task of tasks)
        after.set(task.id, planReminders(after.get(task.id), task, clock.now()));

      const changed = [...after.values()].filter((ledger) => ledger !== before.get(ledger.task_id));
      for (const ledger of changed) writeLedger(tx, ledger);
      const steps = changed.map((ledger) => timersBetween(before.get(ledger.task_id), ledger));
      timers.cancel(
        tx,
        steps.flatMap(({ cancel }) => cancel),
      );
      await timers.set(
        tx,
        steps.flatMap(({ set }) => set),
      );
    });
}
