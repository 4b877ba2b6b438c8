import type { Event, TaskErased } from "@todo-mesh/contracts/events";
import { atomically } from "@todo-mesh/state";
import { eraseLedger } from "../domain/ledger/ledger.ts";
import type { InStepDeps } from "./keep-reminders-in-step.ts";
import { readLedgers, type WriteDeps, writeLedgers } from "./ledgers.ts";
import type { ReminderIndex } from "./reminder-index.ts";

interface ForgetDeps {
  readonly index: Pick<ReminderIndex, "forgetEmpty">;
}

/**
 * Takes out of the ledgers all that was known of tasks that were erased, and cancels their timers.
 * Safe to repeat: what is erased twice leaves the same.
 */
export function letGoOfErased(deps: Pick<InStepDeps, "store"> & WriteDeps & ForgetDeps) {
  return async (events: readonly Event<TaskErased>[]): Promise<void> => {
    const erased = events.map(({ data }) => data);
    await atomically(deps.store, async (tx) => {
      const before = await readLedgers(
        tx,
        erased.map(({ task_id }) => task_id),
      );
      const after = new Map(before);
      for (const each of erased)
        after.set(each.task_id, eraseLedger(after.get(each.task_id), each));
      await writeLedgers(tx, deps, { before, after });
    });
    await deps.index.forgetEmpty(erased.map(({ user_id }) => user_id));
  };
}
