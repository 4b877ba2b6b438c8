import type { Due } from "@todo-mesh/contracts";
import { instantOf, originalInstantOf } from "@todo-mesh/recurrence";
import type { Announced, Ledger, Reminder } from "../ledger/ledger.ts";

/*
 * One moment of one date is one ring, however often it was said: as minutes, as days, as a moment of its own. Each of
 * these reminders has a timer of its own, and they may come one by one, so the ledger keeps what rang. A reminder at
 * a moment of its own speaks of no date: it is one with whatever rings then. A repetition is no ring of its own: it
 * gives way to a reminder that waits for that moment, and takes the place of none that is heard of later.
 */

type Rung = Pick<Reminder, "due_at" | "date"> & { readonly slot: string };

// Twice as many as a task has reminders.
const ANNOUNCED_KEPT = 40;

/** The earliest first; of several at one moment the one that speaks of a date, then the one at the due time. */
export const byWorth = (one: Reminder, other: Reminder): number =>
  Date.parse(one.due_at) - Date.parse(other.due_at) ||
  Number(one.date === undefined) - Number(other.date === undefined) ||
  Number(one.slot !== "due") - Number(other.slot !== "due");

/** The reminder with which this one is one ring, for that has rung at this moment of this date. */
export function rungWith({ announced, reminders }: Ledger, rung: Rung): string | undefined {
  const known = announced ?? reminders.flatMap(fromItself);
  return known.find((each) => isOne(each, rung) && each.slot !== rung.slot)?.slot;
}

/** The ledger, which remembers that this rang. */
export function rememberRing<Kind extends Ledger>(ledger: Kind, rung: Rung): Kind {
  const known = ledger.announced ?? ledger.reminders.flatMap(fromItself);
  const first = known.find((each) => isOne(each, rung));
  const others = known.filter((each) => !isOne(each, rung));
  const entry = {
    slot: first?.slot ?? rung.slot,
    at: new Date(rung.due_at).toISOString(),
    ...(rung.date ? spokenOf(rung.date) : datesIn(first)),
  };
  return { ...ledger, announced: [...others, entry].slice(-ANNOUNCED_KEPT) };
}

function isOne(known: Announced, { due_at, date }: Rung): boolean {
  if (Date.parse(known.at) !== Date.parse(due_at)) return false;
  if (!date || known.date === undefined) return true;
  const spoken = spokenOf(date);
  return isSameInstant(known.date, spoken.date) || isSameInstant(known.due, spoken.due);
}

const isSameInstant = (one: string | undefined, other: string): boolean =>
  one !== undefined && Date.parse(one) === Date.parse(other);

const spokenOf = (date: Due) => ({
  date: originalInstantOf(date).toISOString(),
  due: instantOf(date).toISOString(),
});

const datesIn = (known: Announced | undefined): Pick<Announced, "date" | "due"> => ({
  ...(known?.date !== undefined && { date: known.date }),
  ...(known?.due !== undefined && { due: known.due }),
});

/** What a ledger of before this was kept knows of it. */
function fromItself({ slot, state, due_at, date }: Reminder): Announced[] {
  if (state !== "announced") return [];
  return [{ slot, at: due_at, ...(date && spokenOf(date)) }];
}
