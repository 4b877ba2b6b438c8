import type { Occurrence, Zone } from "../types.ts";
import { addDays } from "../zone/wall.ts";
import { toInstant, toLocal } from "../zone/zone.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** A moment told from the due time: `minutes` (negative: before), or calendar days at a clock time or at the same one. */
export type Offset =
  { readonly minutes: number } | { readonly days: number; readonly time?: string | undefined };

interface DueMoment {
  readonly at: Date;
  readonly timezone: Zone;
}

/**
 * Whether a reminder can be told so from a date of that kind. A whole day has no moment from which minutes, or days at
 * the same time, could be counted: it is reminded of at a time of day only.
 */
export const canCountFrom = (kind: "time" | "day", offset: Offset): boolean =>
  kind === "time" || ("days" in offset && offset.time !== undefined);

/**
 * The moment that lies so far from a due time, to the millisecond: exact minutes, or calendar days in its zone at
 * that time of day (at its own, if none is given). In a gap it moves forward by the gap, in a fold it is the first
 * of the two; no days from a due time is the due time.
 */
export function momentFrom(due: DueMoment, offset: Offset): Occurrence {
  const at = instantFrom(due, offset);
  return { at, local: toLocal(at, due.timezone) };
}

function instantFrom({ at, timezone }: DueMoment, offset: Offset): Date {
  if ("minutes" in offset) return new Date(at.getTime() + offset.minutes * MINUTE_MS);
  const { days, time } = offset;
  const local = toLocal(at, timezone);
  if (time !== undefined) return toInstant(`${addDays(local, days)}T${time}:00`, timezone);
  if (days === 0) return at;
  const second = toInstant(addDays(local, days) + local.slice(10), timezone);
  return new Date(second.getTime() + beyondTheSecond(at));
}

// Wall times are read and written in whole seconds.
const beyondTheSecond = (at: Date): number => ((at.getTime() % SECOND_MS) + SECOND_MS) % SECOND_MS;
