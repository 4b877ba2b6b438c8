import type { Due } from "@todo-mesh/contracts";
import { instantOf, toLocal } from "@todo-mesh/recurrence";

/** How a language says when something is. */
export interface TimeWords {
  /** A day in words, of a date or a wall time: `Sunday 22 November 2026`. */
  readonly day: (day: string) => string;
  /** A wall time in words: `Sunday 22 November 2026 at 18:30`. */
  readonly local: (wall: string) => string;
  /** When a task is due: its local time, with its zone and until when it takes, or the whole day. */
  readonly due: (due: Due, ends?: string) => string;
  /** Behind a time, until when it takes; nothing where that was not said. */
  readonly until: (ends: string | undefined) => string;
}

/** All of them, from how a day is said, a day with its clock time, and what stands behind that for an end. */
export function timeWords(
  day: TimeWords["day"],
  at: (day: string, clock: string) => string,
  untilThen: (clock: string) => string,
): TimeWords {
  const until = (ends: string | undefined): string => (ends === undefined ? "" : untilThen(ends));
  const local = (wall: string): string => at(day(wall), clockOf(wall));
  const dueIn = (due: Due, ends?: string): string =>
    "at" in due
      ? `${local(toLocal(instantOf(due), due.timezone))}${until(ends)} (${due.timezone})`
      : day(due.date);
  return { day, local, due: dueIn, until };
}

/** `18:30`, and `18:30:05` where the seconds matter. */
const clockOf = (wall: string): string => wall.slice(11, 19).replace(/^(\d\d:\d\d):00$/, "$1");
