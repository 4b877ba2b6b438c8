import type { Due, DueTime } from "@todo-mesh/contracts";
import { MONTH_NAMES, WEEKDAY_NAMES } from "@todo-mesh/when";
import { Temporal } from "temporal-polyfill";

/** The absolute local time of an instant, with its zone: `Sunday 22 November 2026 at 18:30 (Europe/Rome)`. */
function sayTime({ at, timezone }: Pick<DueTime, "at" | "timezone">): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timezone);
  return `${sayDate(local)} at ${sayClock(local)} (${timezone})`;
}

/** When a task is due: its time, or the whole day: `Sunday 22 November 2026`. */
export const sayDue = (due: Due): string => ("at" in due ? sayTime(due) : sayDay(due.date));

/** A day in words, of a date or a wall time. */
export const sayDay = (day: string): string => sayDate(Temporal.PlainDate.from(day));

/** A wall time in words: `Sunday 22 November 2026 at 18:30`. */
export function sayLocal(wall: string): string {
  const local = Temporal.PlainDateTime.from(wall);
  return `${sayDate(local)} at ${sayClock(local)}`;
}

/** `Sunday 22 November 2026`. */
function sayDate(date: { dayOfWeek: number; day: number; month: number; year: number }): string {
  return `${WEEKDAY_NAMES[date.dayOfWeek - 1]} ${date.day} ${MONTH_NAMES[date.month - 1]} ${date.year}`;
}

/** `18:30`, and `18:30:05` where the seconds matter. */
function sayClock(time: { hour: number; minute: number; second: number }): string {
  const parts =
    time.second === 0 ? [time.hour, time.minute] : [time.hour, time.minute, time.second];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
