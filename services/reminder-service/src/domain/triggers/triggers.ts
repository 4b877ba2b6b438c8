import type { Due, TaskReminder } from "@todo-mesh/contracts";
import { originalInstantOf } from "@todo-mesh/recurrence";
import type { TaskFacts } from "../ledger/ledger.ts";
import { isSameTrigger, type Trigger, triggerOn, type Triggers } from "./trigger.ts";
import { fixedSeries, triggersOfSeries } from "./triggers-of-series.ts";
import { dateRingingAt, silenced } from "./silence.ts";
import { remindersWanted, SNOOZE } from "./slots.ts";

/** When that reminder of the task rings; undefined when the task does not want it. */
export function triggersOf(task: TaskFacts, slot: string): Triggers | undefined {
  const reminder = remindersWanted(task).get(slot);
  if (!reminder) return undefined;
  const { snoozed } = task;
  const date = snoozed && dateSnoozed(task, new Date(snoozed.since));
  const muted = task.muted && new Date(task.muted.until);
  if (slot === SNOOZE) return silenced(ownMoment(reminder, date), { muted });
  const until = snoozed && new Date(snoozed.until);
  const rings = asWanted(task, reminder);
  return rings && silenced(rings, { muted, snoozed: until && { until, date } });
}

/** Which date a snooze that was said then is of; a reminder at a moment of its own speaks of none. */
function dateSnoozed(task: TaskFacts, said: Date): Due | undefined {
  const counted = [...remindersWanted(task).values()].filter((reminder) => !("at" in reminder));
  const all = counted.flatMap((reminder) => asWanted(task, reminder) ?? []);
  return dateRingingAt(all, said);
}

function asWanted({ due, repeat }: TaskFacts, reminder: TaskReminder): Triggers | undefined {
  if ("at" in reminder) return ownMoment(reminder);
  const series = fixedSeries(repeat);
  if (!due) return undefined;
  return series
    ? triggersOfSeries({ due, repeat: series }, reminder)
    : onceAt(triggerOn(due, reminder));
}

const ownMoment = (reminder: TaskReminder, date?: Due): Triggers =>
  onceAt(
    "at" in reminder
      ? { at: new Date(reminder.at), timezone: reminder.timezone, ...(date && { date }) }
      : undefined,
  );

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
