import type { Due } from "@todo-mesh/contracts";
import { instantOf, sayDay as sayDate, sayWeekday, toLocal } from "@todo-mesh/recurrence";

/** When a task is due: its local time, with its zone, or the whole day: `Sunday 22 November 2026`. */
export const sayDue = (due: Due): string =>
  "at" in due
    ? `${sayLocal(toLocal(instantOf(due), due.timezone))} (${due.timezone})`
    : sayDay(due.date);

/** A day in words, of a date or a wall time. */
export const sayDay = (day: string): string => `${sayWeekday(day)} ${sayDate(day)}`;

/** A wall time in words: `Sunday 22 November 2026 at 18:30`. */
export const sayLocal = (wall: string): string => `${sayDay(wall)} at ${sayClock(wall)}`;

/** `18:30`, and `18:30:05` where the seconds matter. */
const sayClock = (wall: string): string => wall.slice(11, 19).replace(/^(\d\d:\d\d):00$/, "$1");
