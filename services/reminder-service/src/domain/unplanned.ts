import type { Repeat } from "@todo-mesh/contracts";
import { instantOf, isInRange, occurrences } from "@todo-mesh/recurrence";
import type { TaskFacts } from "./ledger.ts";
import { fixedSeries } from "./rings-of-series.ts";
import { remindersWanted } from "./slots.ts";

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
