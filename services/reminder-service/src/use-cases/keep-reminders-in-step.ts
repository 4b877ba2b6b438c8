import type { Event, TaskEventData } from "@todo-mesh/contracts";
import { atomically } from "@todo-mesh/state";
import { hearTask } from "../domain/planning/news.ts";
import { readLedgers, writeLedgers } from "./ledgers.ts";
import { type TellDeps, tellUnplanned } from "./tell-unplanned.ts";

export type InStepDeps = TellDeps;

/**
 * Brings ledgers and timers in step with news of tasks, and tells the owner of what cannot be planned: all of it in
 * one transaction, or nothing.
 * Safe to repeat: news that its ledger has heard of changes nothing.
 */
export function keepRemindersInStep({ store, clock, timers, outbox }: InStepDeps) {
  return (events: readonly Event<TaskEventData>[]): Promise<void> =>
    atomically(store, async (tx) => {
      const tasks = events.map(({ data }) => data.task);
      const before = await readLedgers(
        tx,
        tasks.map(({ id }) => id),
      );
      const after = new Map(before);
      for (const task of tasks) after.set(task.id, hearTask(after.get(task.id), task, clock.now()));
      await writeLedgers(tx, timers, { before, after });
      await tellUnplanned(tx, outbox, { before, after });
    });
}
