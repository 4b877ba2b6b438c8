import type { TaskErased } from "@todo-mesh/contracts";
import type { Ledger } from "./ledger.ts";

/** What is left of a task that was erased: its version, so that events which come late do not bring it back. */
export const eraseLedger = (
  ledger: Ledger | undefined,
  { task_id, task_version }: TaskErased,
): Ledger => ({
  task_id,
  task_version: Math.max(task_version, ledger?.task_version ?? 0),
  reminders: [],
});
