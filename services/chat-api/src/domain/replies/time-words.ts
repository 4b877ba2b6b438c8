import type { Due } from "@todo-mesh/contracts";
import { instantOf, toLocal } from "@todo-mesh/recurrence";

/** How a language says when something is. */
export interface TimeWords {
  /** A day in words, of a date or a wall time: `Sunday 22 November 2026`. */
  readonly day: (day: string) => string;
  /** A wall time in words: `Sunday 22 November 2026 at 18:30`. */
  readonly local: (wall: string) => string;
  /** When a task is due: its local time, with its zone, or the whole day. */
  readonly due: (due: Due) => string;
}

/** All of them, from how a day is said, and how a day with its clock time. */
export function timeWords(
  day: TimeWords["day"],
  at: (day: string, clock: string) => string,
): TimeWords {
  const local = (wall: string): string => at(day(wall), clockOf(wall));
  const dueIn = (due: Due): string =>
    "at" in due
      ? `${local(toLocal(instantOf(due), due.timezone))} (${due.timezone})`
      : day(due.date);
  return { day, local, due: dueIn };
}

/** `18:30`, and `18:30:05` where the seconds matter. */
const clockOf = (wall: string): string => wall.slice(11, 19).replace(/^(\d\d:\d\d):00$/, "$1");
