import { calendar } from "@todo-mesh/recurrence";
import type { Clock, Period } from "../grammar/facts.ts";
import { inHalf } from "../grammar/builders/from-hour.ts";
import { DAY_BEGINS, EVERYDAY_HALF, PERIODS, SOON_MINUTES } from "../policy.ts";

/** What is known beside the clock time itself. */
export interface ClockContext {
  /** No day was said; or it is today; or any other, or a rule. */
  readonly on: "no_day" | "today" | "day" | "rule";
  /** Seconds of the day, now. */
  readonly now: number;
  readonly period?: Period | undefined;
  readonly hint?: "am" | "pm" | undefined;
  readonly hourCycle?: 12 | 24 | undefined;
}

/** Seconds from the midnight that begins the day (with no day said: today). More than one: in doubt. */
export interface ClockSense {
  readonly seconds: readonly number[];
  readonly doubt?: "half_of_day" | "which_midnight";
}

const sure = (seconds: number): ClockSense => ({ seconds: [seconds] });
const doubtful = (seconds: readonly number[]): ClockSense => ({ seconds, doubt: "half_of_day" });

const atHour = (clock: Clock, hour: number): number =>
  hour * 3_600 + clock.minute * 60 + clock.second;

export function senseOfClock(clock: Clock, context: ClockContext): ClockSense {
  const fixed = fixedHour(clock, context);
  if (fixed !== undefined) return onClock(clock, atHour(clock, fixed), context);
  const am = atHour(clock, clock.hour % 12);
  const pm = atHour(clock, (clock.hour % 12) + 12);
  if (context.on === "no_day") return nearest(clock, { am, pm }, context.now);
  return onNamedDay(clock, { am, pm }, context);
}

/** The hour on the 24-hour clock, where anything says which. */
function fixedHour(clock: Clock, { period, hint, hourCycle, on }: ClockContext) {
  if (clock.sure) return isAfterMidnight(clock, period, on) ? clock.hour + 24 : clock.hour;
  if (period !== undefined) return hourIn(period, clock.hour, on);
  if (hint !== undefined) return inHalf(clock.hour, hint);
  return hourCycle === 24 || clock.written ? clock.hour : undefined;
}

/** "Tonight at 1am" is in the small hours of the next day. */
const isAfterMidnight = (
  { hour }: Clock,
  period: Period | undefined,
  on: ClockContext["on"],
): boolean =>
  period !== undefined &&
  PERIODS[period].half === "night" &&
  hour * 60 < DAY_BEGINS &&
  (on === "today" || on === "day");

/** Ten at night is 22:00, twelve is midnight, and one is in the small hours of the next day. */
function hourIn(period: Period, hour: number, on: ClockContext["on"]): number {
  const { half } = PERIODS[period];
  // "This evening at 12" is midnight.
  if (hour === 12 && (half === "night" || period === "evening")) return 24;
  if (half !== "night") return inHalf(hour, half);
  if (hour >= 5) return hour + 12;
  return on === "no_day" || on === "rule" ? hour : hour + 24;
}

function onClock(clock: Clock, seconds: number, { on, now }: ClockContext): ClockSense {
  if (on === "rule") return sure(seconds % calendar.DAY);
  if (on === "day" && clock.midnight && seconds >= calendar.DAY)
    return { seconds: [seconds - calendar.DAY, seconds], doubt: "which_midnight" };
  if (on !== "no_day") return sure(seconds);
  return sure(seconds > now ? seconds : seconds + calendar.DAY);
}

interface Halves {
  readonly am: number;
  readonly pm: number;
}

const everyday = ({ hour }: Clock, { am, pm }: Halves): ClockSense => {
  const half = EVERYDAY_HALF[hour] ?? "ask";
  return half === "ask" ? doubtful([am, pm]) : sure(half === "am" ? am : pm);
};

function onNamedDay(clock: Clock, halves: Halves, { on, now }: ClockContext): ClockSense {
  if (on === "today" && halves.am <= now && halves.pm > now) return sure(halves.pm);
  return everyday(clock, halves);
}

/** With no day said: the policy table of the decision record, row by row. */
function nearest(clock: Clock, { am, pm }: Halves, now: number): ClockSense {
  const next = [nextAt(am, now), nextAt(pm, now)].toSorted((a, b) => a - b);
  const [soonest = am] = next;
  if (soonest - now <= SOON_MINUTES * 60) return sure(soonest);
  const usual = usualHalf(clock, { am, pm }, now);
  return usual === undefined ? doubtful(next) : sure(nextAt(usual, now));
}

const nextAt = (seconds: number, now: number): number =>
  seconds > now ? seconds : seconds + calendar.DAY;

/** The half people mean, as long as it is not the other one that lies ahead, or lies in the same night. */
function usualHalf({ hour }: Clock, { am, pm }: Halves, now: number): number | undefined {
  const half = EVERYDAY_HALF[hour];
  const isSameNight = now < DAY_BEGINS * 60 && am > now;
  if (half === "pm") return pm > now && !isSameNight ? pm : undefined;
  const areTogether = am > now || pm <= now;
  return half === "am" && areTogether ? am : undefined;
}

/** The hour of a part of the day; once that is past but the part is not, the next full hour in it. */
export function senseOfPeriod(period: Period, { on, now }: ClockContext): number {
  const { at, until } = PERIODS[period];
  const usual = at * 60;
  const nextHour = (Math.floor(now / 3_600) + 1) * 3_600;
  if (on === "today" && usual <= now && nextHour < until * 60) return nextHour;
  return on === "no_day" && usual <= now ? usual + calendar.DAY : usual;
}
