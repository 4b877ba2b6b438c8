import type { ReminderDue } from "@todo-mesh/contracts/events";
import type { Cause } from "../ledger/cause.ts";
import {
  isWaiting,
  type Ledger,
  type LiveLedger,
  noted,
  type Reminder,
  step,
  withReminder,
} from "../ledger/ledger.ts";
import { nagFrom, nagOnce, nextNag } from "./nag.ts";
import { byWorth, rememberRing, rungWith } from "./one-ring.ts";
import type { Trigger, Triggers } from "../triggers/trigger.ts";
import { triggersOf } from "../triggers/triggers.ts";
import { reminderDueEvent } from "./reminder-due-event.ts";

interface SetTimer {
  readonly name: string;
  readonly at: Date;
}

interface Moment {
  readonly now: Date;
  /** Why the task is believed to want it still. */
  readonly cause: Cause;
}

interface Announced {
  readonly ledger: LiveLedger;
  readonly said: readonly ReminderDue[];
}

/** Whether the ledger still wants what this timer was set for. */
export const isWanted = (ledger: Ledger, timer: SetTimer): ledger is LiveLedger =>
  ledger.task !== undefined && (reminderFor(ledger, timer) !== undefined || isNag(ledger, timer));

/**
 * What of a task's reminders rings at these timers, as far as the ledger still wants it: each is announced, the
 * earliest first, and a fixed series goes on to its next date. Those that fall on one moment of one date are one
 * ring. The repetition of the last announcement rings unless another one took its place.
 */
export function announceDue(
  ledger: LiveLedger,
  timers: readonly SetTimer[],
  moment: Moment,
): Announced {
  const due = dueWith(ledger, timers).toSorted(byWorth);
  const rung = due.reduce<Announced>((told, reminder) => announce(told, reminder, moment), {
    ledger,
    said: [],
  });
  if (!timers.some((timer) => isNag(rung.ledger, timer))) return rung;
  const { ledger: after, said } = nagOnce(rung.ledger, moment.now);
  return { ledger: after, said: [...rung.said, ...(said ? [said] : [])] };
}

/** The reminders of these timers, with all others at the same moments: their timers come one by one. */
function dueWith(ledger: LiveLedger, timers: readonly SetTimer[]): Reminder[] {
  const wanted = timers.filter((timer) => isWanted(ledger, timer));
  const moments = new Set(wanted.map(({ at }) => at.getTime()));
  return ledger.reminders.filter(
    (reminder) => isWaiting(reminder) && moments.has(Date.parse(reminder.due_at)),
  );
}

const reminderFor = (ledger: Ledger, { name, at }: SetTimer): Reminder | undefined =>
  ledger.reminders.find(
    (reminder) =>
      reminder.id === name && isWaiting(reminder) && Date.parse(reminder.due_at) === at.getTime(),
  );

function isNag(ledger: Ledger, { name, at }: SetTimer): boolean {
  const next = nextNag(ledger);
  return next?.name === name && next.at.getTime() === at.getTime();
}

const RANG_KEPT = 10;

function announce(
  { ledger, said }: Announced,
  planned: Reminder,
  { now, cause }: Moment,
): Announced {
  const rings = triggersOf(ledger.task, planned.slot);
  const rung = caughtUp(planned, rings, now);
  const due = step(rung, "due", { at: now, cause: { code: "time-came" } });
  const rang = [...(rung.rang ?? []), rung.due_at].slice(-RANG_KEPT);
  const other = rungWith(ledger, rung);
  const why: Cause = other ? { code: "rang-with", facts: { slot: other } } : cause;
  const announced = { ...step(due, "announced", { at: now, cause: why }), rang };
  const after = rememberRing(withReminder(ledger, goneOn(announced, rings, now)), rung);
  if (other) return { ledger: notedWith(after, other, rung.slot, now), said };
  const nagging = nagFrom(ledger.task, announced, now);
  const { nagging: _, paused: __, ...rest } = after;
  return {
    ledger: { ...rest, ...(nagging && { nagging }) },
    said: [...said, reminderDueEvent(ledger, rung, now)],
  };
}

/** What rang tells of the one that it rang for as well. */
function notedWith(ledger: LiveLedger, rung: string, slot: string, now: Date): LiveLedger {
  const reminder = ledger.reminders.find((each) => each.slot === rung);
  if (!reminder) return ledger;
  const cause = { code: "rang-for", facts: { slot } } as const;
  const told = noted(reminder, "announced", { at: now, cause });
  const reminders = ledger.reminders.map((each) => (each === reminder ? told : each));
  return { ...ledger, reminders };
}

/** Of several dates of a series that nobody was there for, the last one rings for all. */
function caughtUp(planned: Reminder, rings: Triggers | undefined, now: Date): Reminder {
  const last = rings?.lastAfter(triggerOfReminder(planned), now);
  if (!last) return planned;
  const cause = { code: "caught-up", facts: { since: planned.due_at } } as const;
  return movedTo(step(planned, "missed", { at: now, cause }), last);
}

function goneOn(announced: Reminder, rings: Triggers | undefined, now: Date): Reminder {
  const next = rings?.after(triggerOfReminder(announced));
  if (!next) return announced;
  const there = movedTo(announced, next);
  return step(there, "planned", { at: now, cause: { code: "series-goes-on" } });
}

const triggerOfReminder = ({ due_at, date, timezone }: Reminder): Trigger => ({
  at: new Date(due_at),
  timezone,
  date,
});

function movedTo(reminder: Reminder, { at, date, timezone }: Trigger): Reminder {
  const { date: _, ...rest } = reminder;
  return { ...rest, due_at: at.toISOString(), timezone, ...(date && { date }) };
}
