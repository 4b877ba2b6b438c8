import type { Reminder, TaskFacts } from "../ledger/ledger.ts";
import { reminderIdOf } from "../ledger/reminder-ids.ts";
import type { Trigger, Triggers } from "../triggers/trigger.ts";
import { beginOf, triggersOf } from "../triggers/triggers.ts";

/** One reminder of a task as the newest version of it wants it. */
export interface Wanted {
  readonly id: string;
  readonly slot: string;
  readonly task: TaskFacts;
  readonly rings: Triggers;
}

export function wantedTriggerOf(taskId: string, task: TaskFacts, slot: string): Wanted | undefined {
  const rings = triggersOf(task, slot);
  return rings && { id: reminderIdOf(taskId, slot), slot, task, rings };
}

/** A version of the task, and the moment from which on what it wants was set in time. */
export interface TaskSnapshot {
  readonly task: TaskFacts;
  readonly since: string;
}

/**
 * The first ring that a version had set in time and that the newest version still wants. A version sets in time
 * what is still to come when it is made; both times come from chat-api, so its clock alone is asked. What has rung
 * is done with, and so are the dates of a series before the last that rang.
 */
export function nextTrigger(
  before: Reminder | undefined,
  { task, slot, rings }: Wanted,
  { task: version, since }: TaskSnapshot,
): Trigger | undefined {
  const earliest = Math.max(Date.parse(since), rings.goesOn ? lastRang(before) + 1 : 0);
  for (const trigger of triggersFrom(
    triggersOf(version, slot),
    new Date(earliest),
    beginOf(task),
  )) {
    const same = rings.same(trigger);
    if (same) return hasRungAt(before, same) ? undefined : same;
    // From its own time on the newest version has a word of its own.
    if (trigger.at >= new Date(task.updated_at)) return undefined;
  }
  return undefined;
}

const MOST_LOOKED_AT = 500;

function* triggersFrom(rings: Triggers | undefined, moment: Date, place: Date): Generator<Trigger> {
  let trigger = rings?.from(moment, place);
  for (let looked = 0; trigger && looked < MOST_LOOKED_AT; looked += 1) {
    yield trigger;
    trigger = rings?.after(trigger);
  }
}

/** Whether a reminder is done with that ring: it rang then, or as one that goes on it rang later. */
export const isDoneWith = (before: Reminder, { goesOn }: Triggers, trigger: Trigger): boolean =>
  goesOn ? trigger.at.getTime() <= lastRang(before) : hasRungAt(before, trigger);

const lastRang = (before: Reminder | undefined): number =>
  Math.max(-1, ...(before?.rang ?? []).map((rang) => Date.parse(rang)));

const hasRungAt = (before: Reminder | undefined, { at }: Trigger): boolean =>
  before?.rang?.some((rang) => Date.parse(rang) === at.getTime()) ?? false;
