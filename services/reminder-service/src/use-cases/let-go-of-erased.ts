import type { Event, TaskErased } from "@todo-mesh/contracts";
import { atomically } from "@todo-mesh/state";
import { eraseLedger } from "../domain/ledger/ledger.ts";
import type { InStepDeps } from "./keep-reminders-in-step.ts";
import { readLedgers, writeLedgers } from "./ledgers.ts";

/**
 * Takes out of the ledgers all that was known of tasks that were erased, and cancels their timers.
 * Safe to repeat: what is erased twice leaves the same.
 */
export function letGoOfErased({ store, timers }: Pick<InStepDeps, "store" | "timers">) {
  return (events: readonly Event<TaskErased>[]): Promise<void> =>
    atomically(store, async (tx) => {
      const erased = events.map(({ data }) => data);
      const before = await readLedgers(
        tx,
        erased.map(({ task_id }) => task_id),
      );
      const after = new Map(before);
      for (const each of erased)
        after.set(each.task_id, eraseLedger(after.get(each.task_id), each));
      await writeLedgers(tx, timers, { before, after });
    });
}
