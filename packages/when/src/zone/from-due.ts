import type { Offset } from "../phrase/meaning.ts";
import type { Occurrence, Zone } from "../types.ts";
import { DAY } from "./calendar.ts";
import { readWall, writeWall } from "./wall.ts";
import { toInstant, toLocal } from "./zone.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

interface DueMoment {
  readonly at: Date;
  readonly timezone: Zone;
}

/**
 * The moment that lies so far from a due time, to the millisecond: exact minutes, or calendar days in its zone at
 * that time of day (at its own, if none is given). In a gap it moves forward by the gap, in a fold it is the first
 * of the two; no days from a due time is the due time.
 */
export function momentFrom(due: DueMoment, offset: Offset): Occurrence {
  const at = instantFrom(due, offset);
  return { at, local: toLocal(at, due.timezone) };
}

function instantFrom(due: DueMoment, offset: Offset): Date {
  if ("minutes" in offset) return new Date(due.at.getTime() + offset.minutes * MINUTE_MS);
  const { days, time } = offset;
  if (time !== undefined) return toInstant(`${dayFrom(due, days)}${time}:00`, due.timezone);
  if (days === 0) return due.at;
  const second = toInstant(dayFrom(due, days) + clockOf(due), due.timezone);
  return new Date(second.getTime() + beyondTheSecond(due.at));
}

const localOf = ({ at, timezone }: DueMoment): string => toLocal(at, timezone);
const clockOf = (due: DueMoment): string => localOf(due).slice(11);

function dayFrom(due: DueMoment, days: number): string {
  const day = Math.floor((readWall(localOf(due)) ?? 0) / DAY) + days;
  return writeWall(day * DAY).slice(0, 11);
}

// Wall times are read and written in whole seconds.
const beyondTheSecond = (at: Date): number => ((at.getTime() % SECOND_MS) + SECOND_MS) % SECOND_MS;
