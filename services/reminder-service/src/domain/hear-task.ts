import type { Task } from "@todo-mesh/contracts";
import type { Ledger } from "./ledger.ts";
import { planReminders } from "./plan-reminders.ts";
import { whyUnplanned } from "./unplanned.ts";

/** The ledger after news of a task, with why its reminders could not be planned, if they could not. */
export function hearTask(ledger: Ledger | undefined, task: Task, now: Date): Ledger {
  const after = planReminders(ledger, task, now);
  if (after === ledger || after.task_version !== task.version) return after;
  const reason = whyUnplanned(task, now);
  const { unplanned: _, ...planned } = after;
  return reason === undefined
    ? planned
    : { ...planned, unplanned: unplannedFor(reason, ledger, now) };
}

// What was told already is not told again because another thing of the task changed.
function unplannedFor(reason: string, ledger: Ledger | undefined, now: Date) {
  const before = ledger?.unplanned;
  return before?.reason === reason ? before : { reason, at: now.toISOString() };
}
