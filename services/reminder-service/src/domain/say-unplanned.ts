import type { ReminderUnplanned } from "@todo-mesh/contracts";
import type { Ledger } from "./ledger.ts";
import { unplannedIdOf } from "./reminder-ids.ts";

/** What is told when a ledger learnt that reminders could not be planned; undefined: it knew before, or they were. */
export function sayUnplanned(
  before: Ledger | undefined,
  { task_id, task_version, task, unplanned }: Ledger,
): ReminderUnplanned | undefined {
  if (!task || !unplanned || unplanned.at === before?.unplanned?.at) return undefined;
  const { reason, at } = unplanned;
  return {
    user_id: task.user_id,
    unplanned_id: unplannedIdOf({ task_id, at }),
    task_id,
    task_version,
    title: task.title,
    reason,
    at,
  };
}
