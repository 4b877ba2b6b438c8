import type { Event, TaskEventData } from "@todo-mesh/contracts/events";
import { atomically } from "@todo-mesh/state";
import { applyTask } from "../domain/planning/news.ts";
import { readLedgers, writeLedgers } from "./ledgers.ts";
import { atTheirHours } from "./own-hours.ts";
import { emitLearnt } from "./emit-learnt.ts";
import type { EmitDeps } from "./emit-lost-news.ts";

export type InStepDeps = EmitDeps;

/**
 * Brings ledgers and timers in step with news of tasks, and tells the owner of what cannot be planned: all of it in
 * one transaction, or nothing.
 * Safe to repeat: news that its ledger has heard of changes nothing.
 */
export function keepRemindersInStep(deps: InStepDeps) {
  const { store, clock, outbox } = deps;
  return (events: readonly Event<TaskEventData>[]): Promise<void> =>
    atomically(store, async (tx) => {
      const before = await readLedgers(
        tx,
        events.map(({ data }) => data.task.id),
      );
      const tasks = await atTheirHours(
        tx,
        events.map(({ data }) => data.task),
      );
      const after = new Map(before);
      const now = clock.now();
      for (const [n, task] of tasks.entries()) {
        const by = events[n]?.data.change.by;
        after.set(task.id, applyTask(after.get(task.id), task, { now, by }));
      }
      await writeLedgers(tx, deps, { before, after });
      await emitLearnt(tx, outbox, { before, after });
    });
}
