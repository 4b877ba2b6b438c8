import type { Repeat } from "@todo-mesh/contracts";
import type { ReminderUnplanned } from "@todo-mesh/contracts/events";
import { instantOf, isInRange, occurrences } from "@todo-mesh/recurrence";
import type { Ledger, TaskFacts } from "../ledger/ledger.ts";
import { unplannedIdOf } from "../ledger/reminder-ids.ts";
import { fixedSeries } from "../triggers/triggers-of-series.ts";
import { remindersWanted } from "../triggers/slots.ts";

/** Why reminders of a task cannot be planned as it wants them, in words for its owner; undefined: they can. */
export function whyUnplanned(task: TaskFacts, now: Date): string | undefined {
  if (remindersWanted(task).size === 0) return undefined;
  return refusedRule(task) ?? tooFarAhead(task, now);
}

function refusedRule({ due, repeat }: TaskFacts): string | undefined {
  const series = due && fixedSeries(repeat);
  const refused = series && refusalOf(series, instantOf(due));
  return refused === undefined ? undefined : `It does not come again: ${refused}.`;
}

function refusalOf(repeat: Repeat, after: Date): string | undefined {
  const dates = occurrences(repeat, { after, count: 1 });
  return "refused" in dates ? dates.refused : undefined;
}

function tooFarAhead({ due }: TaskFacts, now: Date): string | undefined {
  const isTooFar = due && instantOf(due) > now && !isInRange(instantOf(due));
  return isTooFar ? "Its date lies too far ahead." : undefined;
}

/** What is told when a ledger learnt that reminders could not be planned; undefined: it knew before, or they were. */
export function unplannedNow(
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
