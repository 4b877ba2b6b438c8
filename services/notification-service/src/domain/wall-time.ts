import { sayDay, toLocal } from "@todo-mesh/recurrence/zone";

interface Moment {
  readonly at: string;
  readonly timezone: string;
  readonly now: Date;
}

/** An instant as a clock on the wall shows it there: `at 09:00 (Europe/Rome)`, with its date when that is not today's. */
export function wallTime({ at, timezone, now }: Moment): string {
  const then = toLocal(new Date(at), timezone);
  const isToday = dayOf(then) === dayOf(toLocal(now, timezone));
  return `${isToday ? "" : `on ${sayDay(then)} `}at ${then.slice(11, 16)} (${timezone})`;
}

interface Day {
  /** 2026-12-03 */
  readonly date: string;
  readonly timezone: string;
  readonly now: Date;
}

const DAY_MS = 86_400_000;

/** A day as people name it there and then: `today`, `tomorrow`, `yesterday`, `on 3 December 2026`. */
export function dayName({ date, timezone, now }: Day): string {
  const today = Date.parse(dayOf(toLocal(now, timezone)));
  const days = (Date.parse(date) - today) / DAY_MS;
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return days === -1 ? "yesterday" : `on ${sayDay(date)}`;
}

const dayOf = (local: string): string => local.slice(0, 10);
