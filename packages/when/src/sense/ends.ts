import { calendar } from "@todo-mesh/recurrence";
import type { DaySaid, Duration, Facts, RepeatSaid } from "../grammar/facts.ts";
import type { Doubt } from "../meaning.ts";
import { senseOfClock } from "./clocks.ts";
import type { Day } from "./calendar.ts";
import type { DaySense } from "./day-choices.ts";
import { senseOfDay } from "./days.ts";
import { moveDay, spread } from "./durations.ts";
import type { SenseContext } from "./moments.ts";
import { type ZonedClock, zonedClocksOf, wallAt, type Wall } from "./zoned-clocks.ts";
import { isFine } from "./rhythms.ts";
import type { Schedule } from "./schedules.ts";

/** A series that has its start, and is to have its end. */
export interface Begun {
  readonly start: string;
  readonly zonedClock: ZonedClock;
  readonly repeat: RepeatSaid;
  readonly context: SenseContext;
  readonly doubts: Set<Doubt>;
}

/** The ends that may be meant: a COUNT, an UNTIL, or nothing for a series without end. */
export function endsOf({ until, lasting, times }: Facts, begun: Begun): readonly Schedule[] {
  if (until) return untilsOf(until, begun).map((UNTIL) => ({ UNTIL }));
  if (lasting) return [{ UNTIL: lastMoment(lasting, begun) }];
  return [times === undefined ? {} : { COUNT: times }];
}

/** As RFC 5545 writes it: `20261203T080000Z`. */
const utcText = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** "For 2 weeks" from Monday on ends with a Sunday; "for 2 hours" two hours from now. */
function lastMoment(lasting: Duration, { start, zonedClock, repeat, context }: Begun): string {
  const { seconds } = spread(lasting);
  const { day } = wallAt(start);
  const lastDay = moveDay(day, lasting, 1) - 1;
  const isShort = isFine(repeat) && lastDay < day;
  return utcText(
    isShort
      ? new Date(context.now.getTime() + seconds * 1_000)
      : zonedClock.instantOf({ day: lastDay, seconds: calendar.DAY - 1 }),
  );
}

/** A day ends with its last second; a time of day is the next one after the start. */
function untilsOf(until: Facts, begun: Begun): readonly string[] {
  const { start, zonedClock, context, doubts } = begun;
  const end = zonedClocksOf(until.zone, zonedClock, context.now)[0] ?? zonedClock;
  const text = (wall: Wall): string => utcText(end.instantOf(wall));
  if (until.day === undefined)
    return nextAfter(wallAt(start), eitherHalf(until, context)).map(text);
  const days = lastDaysOf(until.day, wallAt(start).day, context);
  if (!days) return [];
  if (days.doubt) doubts.add(days.doubt);
  const seconds = timesOf(until, context).at(-1) ?? calendar.DAY - 1;
  return days.choices.map(({ day }) => text({ day, seconds }));
}

const COUNTED_ON = new Set(["weekday", "date", "of_month", "numeric", "month", "holiday"]);

/** "From Monday until Friday" ends on the Friday after that Monday. */
function lastDaysOf(said: DaySaid, start: Day, { present }: SenseContext): DaySense | undefined {
  const days = senseOfDay(said, present);
  const isBefore = days?.choices.every(({ day }) => day < start) ?? false;
  return isBefore && COUNTED_ON.has(said.day)
    ? senseOfDay(said, { ...present, today: start })
    : days;
}

function nextAfter({ day, seconds: from }: Wall, times: readonly number[]): readonly Wall[] {
  const next = times.map((each) => (each > from ? each : each + calendar.DAY));
  return next.length === 0 ? [] : [{ day, seconds: Math.min(...next) }];
}

function timesOf({ clocks, period }: Facts, { hint, hourCycle }: SenseContext): readonly number[] {
  const [clock] = clocks ?? [];
  if (!clock) return [];
  return senseOfClock(clock, { on: "rule", now: 0, period, hint, hourCycle }).seconds;
}

/** Where nothing says which half of the day, the nearer one is meant. */
function eitherHalf(until: Facts, context: SenseContext): readonly number[] {
  const times = timesOf(until, context);
  const isSure = until.clocks?.[0]?.sure ?? true;
  return isSure ? times : times.flatMap((each) => [each, (each + calendar.DAY / 2) % calendar.DAY]);
}
