import type { Occurrence, WallTime } from "@todo-mesh/recurrence";
import type { Clock } from "../grammar/facts.ts";
import { PERIODS } from "../policy.ts";
import { datesOf } from "./dates-of.ts";
import type { SeriesStart } from "./series-starts.ts";
import { wallAt, type Wall, wallText } from "./zoned-clocks.ts";
import { isFine, type Rhythm } from "./rhythms.ts";
import { ruleText, type Schedule } from "./schedules.ts";

/** What a series begins with. */
export interface Opening {
  readonly rhythm: Rhythm;
  readonly schedule: Schedule;
  readonly seriesStart: SeriesStart;
  readonly now: Date;
  readonly firstClock?: Clock | undefined;
}

export const secondsOf = ({ hour, minute, second }: Clock): number =>
  (hour % 24) * 3_600 + minute * 60 + second;

/** With how many dates a series is read out. */
export const NEXT_DATES = 5;

/** The first date of a series. */
export interface Begin {
  /** The wall time as the rule says it, even where the clocks go forward over it. */
  readonly start: WallTime;
  /** The rule by which it was looked for, and the next dates of that, where it had to be. */
  readonly searched?: { readonly rule: string; readonly next: readonly Occurrence[] } | undefined;
}

export function beginOf(opening: Opening): Begin | undefined {
  const { repeat, clocks } = opening.rhythm;
  const [clock] = clocks;
  if (isFine(repeat) && !clock) return fineBegin(opening);
  const wall = { day: opening.seriesStart.from, seconds: clock ? secondsOf(clock) : 0 };
  const first = firstDates(opening, wall);
  if (!first || clocks.length > 1 || isFine(repeat)) return first;
  return { ...first, start: wallText({ day: wallAt(first.start).day, seconds: wall.seconds }) };
}

// Which of every other Tuesdays is the first is not said: the next one. But "every 3 days" counts from today.
function ruleFrom({ schedule, rhythm: { repeat } }: Opening): string {
  const { INTERVAL: _, ...every } = schedule;
  const isCounted = (repeat.on ?? repeat.weekdays) === undefined;
  return ruleText(isCounted ? schedule : every);
}

function firstDates(opening: Opening, wall: Wall): Begin | undefined {
  const rule = ruleFrom(opening);
  const timezone = opening.seriesStart.zonedClock.zone;
  const series = { rule, start: wallText(wall), timezone, from: "schedule" } as const;
  const next = datesOf(series, earliest(opening, wall), NEXT_DATES);
  return next[0] && { start: next[0].local, searched: { rule, next } };
}

/** The moment after which the first date comes. A day that was said counts from its beginning. */
function earliest({ seriesStart, rhythm, now, firstClock }: Opening, { day }: Wall): Date {
  const isTimed = rhythm.clocks.length > 0 || isFine(rhythm.repeat);
  if (seriesStart.isNow && isTimed) return now;
  const seconds = firstClock ? secondsOf(firstClock) : 0;
  return new Date(seriesStart.zonedClock.instantOf({ day, seconds }).getTime() - 1);
}

/** Every so many minutes or hours: the first time when they have passed, or on the morning of the day it begins. */
function fineBegin(opening: Opening): Begin | undefined {
  const { seriesStart, schedule, firstClock } = opening;
  const wall = seriesStart.isNow ? afterOne(opening) : onMorning(seriesStart, firstClock);
  const isLimited = schedule["BYDAY"] !== undefined || schedule["BYMONTH"] !== undefined;
  return isLimited ? firstDates(opening, wall) : { start: wallText(wall) };
}

function afterOne({ seriesStart, rhythm: { repeat } }: Opening): Wall {
  const { day, seconds } = seriesStart.zonedClock.now();
  return { day, seconds: seconds + repeat.every * (repeat.unit === "hour" ? 3_600 : 60) };
}

const onMorning = ({ from }: SeriesStart, clock: Clock | undefined): Wall => ({
  day: from,
  seconds: clock ? secondsOf(clock) : PERIODS.morning.at * 60,
});
