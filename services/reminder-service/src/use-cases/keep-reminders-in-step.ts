import type { Event, TaskEventData } from "@todo-mesh/contracts";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically } from "@todo-mesh/state";
import { planReminders } from "../domain/plan-reminders.ts";
import { readLedgers, type SetTimers, writeLedgers } from "./ledgers.ts";

export interface InStepDeps {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly timers: SetTimers;
}

/**
 * Brings ledgers and timers in step with news of tasks: all of it in one transaction, or nothing.
 * Safe to repeat: news that its ledger has heard of changes nothing.
 */
export function keepRemindersInStep({ store, clock, timers }: InStepDeps) {
  return (events: readonly Event<TaskEventData>[]): Promise<void> =>
    atomically(store, async (tx) => {
      const tasks = events.map(({ data }) => data.task);
      const before = await readLedgers(
        tx,
        tasks.map(({ id }) => id),
      );
      const after = new Map(before);
      for (const task of tasks)
        after.set(task.id, planReminders(after.get(task.id), task, clock.now()));
      await writeLedgers(tx, timers, { before, after });
    });
}
