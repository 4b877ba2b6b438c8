import type { Offset } from "../phrase/meaning.ts";
import type { Occurrence, Zone } from "../types.ts";
import { DAY } from "./calendar.ts";
import { readWall, writeWall } from "./wall.ts";
import { toInstant, toLocal } from "./zone.ts";

const MINUTE_MS = 60_000;

/**
 * The moment that lies so far from a due time: exact minutes, or calendar days in its zone at that time of day (at
 * its own, if none is given). In a gap it moves forward by the gap, in a fold it is the first of the two.
 */
export function momentFrom(
  { at, timezone }: { readonly at: Date; readonly timezone: Zone },
  offset: Offset,
): Occurrence {
  const moment =
    "minutes" in offset
      ? new Date(at.getTime() + offset.minutes * MINUTE_MS)
      : toInstant(daysFrom(toLocal(at, timezone), offset), timezone);
  return { at: moment, local: toLocal(moment, timezone) };
}

function daysFrom(local: string, { days, time }: Extract<Offset, { days: number }>): string {
  const day = Math.floor((readWall(local) ?? 0) / DAY) + days;
  const clock = time === undefined ? local.slice(11) : `${time}:00`;
  return writeWall(day * DAY).slice(0, 11) + clock;
}
