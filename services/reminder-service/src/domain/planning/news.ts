import type { TaskCheck, Task } from "@todo-mesh/contracts";
import type { Cause } from "../ledger/cause.ts";
import type { Ledger, LiveLedger } from "../ledger/ledger.ts";
import { cancelReminder } from "./plan-reminder.ts";
import { planReminders } from "./plan-reminders.ts";
import { whyUnplanned } from "./unplanned.ts";

/** The ledger after news of a task, with why its reminders could not be planned, if they could not. */
export function applyTask(
  ledger: Ledger | undefined,
  task: Task,
  { now, by }: { readonly now: Date; readonly by?: string | undefined },
): Ledger {
  const after = changedBy(by, ledger, planReminders(ledger, task, now));
  if (after === ledger || after.task_version !== task.version) return after;
  const reason = whyUnplanned(task, now);
  const { unplanned: _, ...planned } = after;
  return reason === undefined
    ? planned
    : { ...planned, unplanned: unplannedFor(reason, ledger, now) };
}

// Every step that news led to says whose change it was.
function changedBy(by: string | undefined, before: Ledger | undefined, after: Ledger): Ledger {
  if (by === undefined || after === before) return after;
  const known = new Set(before?.reminders.flatMap(({ history }) => history));
  const reminders = after.reminders.map((reminder) => ({
    ...reminder,
    history: reminder.history.map((each) =>
      known.has(each) ? each : { ...each, facts: { ...each.facts, by } },
    ),
  }));
  return { ...after, reminders };
}

// What was told already is not told again because another thing of the task changed.
function unplannedFor(reason: string, ledger: Ledger | undefined, now: Date) {
  const before = ledger?.unplanned;
  return before?.reason === reason ? before : { reason, at: now.toISOString() };
}

/** The ledger after chat-api's word on its task, as if the news had come. */
export function applyTaskCheck(
  ledger: LiveLedger,
  standing: TaskCheck | undefined,
  now: Date,
): Ledger {
  if (standing?.standing === "changed") return applyTask(ledger, standing.task, { now });
  return standing?.standing === "gone" ? cancelAll(ledger, now) : ledger;
}

const CAUSES = {
  same: { code: "unchanged" },
  changed: { code: "changed-and-wanted" },
  gone: { code: "task-gone" },
} as const satisfies Record<string, Cause>;

/** Why a reminder rings, or does not, after that word. */
export const causeIn = (standing: TaskCheck | undefined): Cause =>
  standing ? CAUSES[standing.standing] : { code: "unchecked" };

function cancelAll(ledger: LiveLedger, now: Date): Ledger {
  const { nagging: _, paused: __, ...rest } = ledger;
  const reminders = ledger.reminders.map((reminder) => cancelReminder(reminder, CAUSES.gone, now));
  return { ...rest, reminders };
}
