import type { Task } from "@todo-mesh/contracts";
import { writing, zone } from "../preferences/writing.ts";
import { locale, words } from "../words/words.ts";

/** What has a due time, or none. */
export type Dated = Pick<Task, "due">;

const dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone: zone });

/** The day of a moment in this page's zone, as `2026-11-27`. */
export const dayOf = (moment: Date): string => dayFormat.format(moment);

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export function addDays(day: string, days: number): string {
  const moved = noon(day);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** So many days it is from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);

// A formatter costs microseconds for each task, and a task never changes: another version is another object.
const dueDays = new WeakMap<Dated, string>();

/** The day on which a task is due, in this page's zone. */
export function dueDay(task: Dated): string | undefined {
  const { due } = task;
  if (!due) return undefined;
  if ("date" in due) return due.date;
  if (due.floating) return due.local.slice(0, 10);
  const known = dueDays.get(task) ?? dayOf(new Date(due.at));
  dueDays.set(task, known);
  return known;
}

/** The time of day at which it is due, if it is due at one. */
export function dueTime({ due }: Dated): string | undefined {
  if (!due || "date" in due) return undefined;
  return due.floating ? onTheWall.format(new Date(`${due.local}Z`)) : here.format(new Date(due.at));
}

const HOURS = { 12: "h12", 24: "h23" } as const;
const hours: Intl.DateTimeFormatOptions = writing.hour_cycle
  ? { hourCycle: HOURS[writing.hour_cycle] }
  : {};
const timeFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone, ...hours });
const here = timeFormat(zone);
const onTheWall = timeFormat("UTC");

const written = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
const short = written({ weekday: "short", day: "numeric", month: "short" });
const shortWithYear = written({ day: "numeric", month: "short", year: "numeric" });
const long = written({ weekday: "long", day: "numeric", month: "long" });

/** A day as people say it: yesterday, today, tomorrow, or its date. */
export function sayDay(day: string, today: string): string {
  if (day === today) return words.list.today;
  if (day === addDays(today, 1)) return words.list.tomorrow;
  if (day === addDays(today, -1)) return words.list.yesterday;
  return (day.slice(0, 4) === today.slice(0, 4) ? short : shortWithYear).format(noon(day));
}

/** `Friday 27 November` */
export const sayLongDay = (day: string): string => long.format(noon(day));

const momentFormat = new Intl.DateTimeFormat(locale, {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: zone,
  ...hours,
});
/** A moment in full, in this page's zone. */
export const sayMoment = (moment: string): string => momentFormat.format(new Date(moment));

const wall = written({
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  ...hours,
});

/** A day, or a time on the wall, as `2026-11-27` or `2026-11-27T09:00`: in full, wherever that wall stands. */
export const sayWall = (local: string): string =>
  local.length > 10 ? wall.format(new Date(`${local}Z`)) : short.format(noon(local));

/** When a task is due, in full. */
export function sayDue(task: Dated, today: string): string {
  const day = dueDay(task);
  const time = dueTime(task);
  return day === undefined ? "" : [sayDay(day, today), time].filter(Boolean).join(", ");
}
