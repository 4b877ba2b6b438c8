import { originalInstantOf } from "@todo-mesh/recurrence";
import type { TaskFacts } from "../ledger/ledger.ts";
import { isSameTrigger, type Trigger, triggerOn, type Triggers } from "./trigger.ts";
import { fixedSeries, triggersOfSeries } from "./triggers-of-series.ts";
import { remindersWanted } from "./slots.ts";

/** When that reminder of the task rings; undefined when the task does not want it. */
export function triggersOf(task: TaskFacts, slot: string): Triggers | undefined {
  const reminder = remindersWanted(task).get(slot);
  if (!reminder) return undefined;
  if ("at" in reminder) return onceAt({ at: new Date(reminder.at), timezone: reminder.timezone });
  const { due } = task;
  const repeat = fixedSeries(task.repeat);
  if (!due) return undefined;
  return repeat ? triggersOfSeries({ due, repeat }, reminder) : onceAt(triggerOn(due, reminder));
}

function onceAt(first: Trigger | undefined): Triggers {
  return {
    goesOn: false,
    first,
    from: (moment) => (first && first.at >= moment ? first : undefined),
    after: () => undefined,
    lastAfter: () => undefined,
    same: (ring) => (first && isSameTrigger(first, ring) ? first : undefined),
  };
}

/** The first of the dates that a task wants. */
export const beginOf = ({ due }: TaskFacts): Date => (due ? originalInstantOf(due) : new Date(0));
