import type { Reminder, ReminderQuery } from "@todo-mesh/contracts";
import { addDays, startOfDay } from "@todo-mesh/recurrence";
import { type IndexEntry } from "./index-entry.ts";
import { isPending } from "./reminders-in.ts";

/** Where a page ended: a moment, and a reminder that rings then. */
export interface Place {
  readonly at: number;
  readonly id: string;
}

/** Which reminders are asked for, and in which order. */
export interface View {
  /** Whether a ledger may have one of them. */
  readonly mayHold: (entry: IndexEntry) => boolean;
  readonly holds: (reminder: Reminder) => boolean;
  /** The first of them that a ledger may have comes no earlier than this. */
  readonly order: (one: Reminder, other: Reminder) => number;
  /** Whichever ledger may have the first of them comes first. */
  readonly orderOfEntries: (one: IndexEntry, other: IndexEntry) => number;
  /** Whether it comes before all that the ledger may have. */
  readonly isBefore: (reminder: Reminder, entry: IndexEntry) => boolean;
}

type Asked = Pick<ReminderQuery, "state" | "day" | "timezone">;

// What is late is pending still.
const LATE_MS = 24 * 60 * 60_000;

/** The reminders that a query asks for, after that place. */
export function viewOf({ state, ...asked }: Asked, after: Place | undefined, now: Date): View {
  const sign = state === "past" ? -1 : 1;
  const inState: Record<Asked["state"], (reminder: Reminder) => boolean> = {
    pending: isPending,
    past: (reminder) => !isPending(reminder),
    all: () => true,
  };
  const { from, to } = stretchOf(asked);
  const pendingFrom = state === "pending" ? now.getTime() - LATE_MS : -Infinity;
  const first = Math.max(from, pendingFrom, after && sign > 0 ? after.at : -Infinity);
  const last = Math.min(to - 1, after && sign < 0 ? after.at : Infinity);
  return {
    mayHold: (entry) => endOf(entry) >= first && entry.from <= last,
    holds: (reminder) => {
      const { at } = placeOf(reminder);
      const isIn = at >= from && at < to && inState[state](reminder);
      return isIn && (!after || sign * compare(placeOf(reminder), after) > 0);
    },
    order: (one, other) => sign * compare(placeOf(one), placeOf(other)),
    orderOfEntries: (one, other) =>
      sign > 0 ? one.from - other.from : compareNumbers(endOf(other), endOf(one)),
    isBefore: (reminder, entry) => {
      const { at } = placeOf(reminder);
      return sign > 0 ? at < entry.from : at > endOf(entry);
    },
  };
}

export const placeOf = ({ id, due_at }: Pick<Reminder, "id" | "due_at">): Place => ({
  at: Date.parse(due_at),
  id,
});

const endOf = ({ until = Infinity }: IndexEntry): number => until;

function stretchOf({ day, timezone }: Pick<Asked, "day" | "timezone">) {
  if (day === undefined) return { from: -Infinity, to: Infinity };
  const [from, to] = [day, addDays(day, 1)].map((each) => startOfDay(each, timezone).getTime());
  return { from: from ?? -Infinity, to: to ?? Infinity };
}

const compareNumbers = (one: number, other: number): number =>
  one === other ? 0 : one < other ? -1 : 1;

const compare = (one: Place, other: Place): number =>
  compareNumbers(one.at, other.at) || (one.id < other.id ? -1 : Number(one.id > other.id));
