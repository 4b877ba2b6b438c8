import { calendar } from "@todo-mesh/recurrence";
import type { Clock, Duration, Facts } from "../grammar/facts.ts";
import type { Doubt } from "../meaning.ts";
import { isInRange } from "./calendar.ts";
import { type ClockContext, senseOfClock, senseOfPeriod } from "./clocks.ts";
import type { DayChoice, DaySense, DayContext } from "./day-choices.ts";
import { senseOfDay } from "./days.ts";
import { moveDay, spread } from "./durations.ts";
import { type Found, NOTHING, type Sense } from "./found.ts";
import { endBehind } from "./hour-ranges.ts";
import { inZone, otherZone, type ZonedClock, zonedClocksOf, type Wall } from "./zoned-clocks.ts";

/** What a person's sentence is understood against. */
export interface SenseContext {
  readonly now: Date;
  /** Where the person is. */
  readonly home: ZonedClock;
  readonly present: DayContext;
  readonly hint?: "am" | "pm" | undefined;
  readonly hourCycle?: 12 | 24 | undefined;
}

/** The instant or the day that the facts name. Nothing: there is no such day. */
export function senseOfMoment(said: Facts, context: SenseContext): Sense {
  const facts = said.sameTime ? { ...said, clocks: [clockNow(context)] } : said;
  if (facts.ahead) return senseOfAhead(facts.ahead, context);
  const days = facts.day && senseOfDay(facts.day, context.present);
  if (facts.day && !days) return NOTHING;
  return days && !isTimed(facts) ? senseOfDates(days, context) : senseOfTimes(facts, days, context);
}

const isTimed = ({ clocks, period }: Facts): boolean =>
  clocks !== undefined || period !== undefined;

function clockNow({ home }: SenseContext): Clock {
  const { seconds } = home.now();
  const minutes = Math.floor(seconds / 60);
  return { hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0, sure: true };
}

function senseOfDates({ choices, doubt }: DaySense, { present, home }: SenseContext): Sense {
  const found = choices.map(({ day }): Found => ({
    kind: "date",
    day,
    zone: home.zone,
    past: day < present.today,
  }));
  return { found, doubts: doubt ? [doubt] : [] };
}

function senseOfTimes(facts: Facts, days: DaySense | undefined, context: SenseContext): Sense {
  const zonedClocks = zonedClocksOf(facts.zone, context.home, context.now);
  const doubts = doubtsOf(facts, days, zonedClocks);
  const choices: readonly (DayChoice | undefined)[] = days?.choices ?? [undefined];
  const found = zonedClocks.flatMap((zonedClock) =>
    choices.flatMap((choice) => onDay(facts, { context, zonedClock, choice, doubts })),
  );
  return { found, doubts: [...doubts] };
}

function doubtsOf(
  { clocks = [] }: Facts,
  days: DaySense | undefined,
  zonedClocks: readonly ZonedClock[],
): Set<Doubt> {
  const doubts = new Set<Doubt>(days?.doubt && [days.doubt]);
  if (zonedClocks.length > 1) doubts.add("which_zone");
  if (clocks.length > 1) doubts.add("which_time");
  return doubts;
}

interface Spot {
  readonly context: SenseContext;
  readonly zonedClock: ZonedClock;
  /** No day: the next such hour. */
  readonly choice: DayChoice | undefined;
  readonly doubts: Set<Doubt>;
}

function onDay(facts: Facts, spot: Spot): readonly Found[] {
  const { context, zonedClock, choice, doubts } = spot;
  const day = choice?.day ?? zonedClock.now().day;
  return secondsOf(facts, clockContext(facts, spot), doubts).flatMap(
    (seconds): readonly Found[] => {
      const end = endBehind(seconds, facts.clockEnd, context);
      const first = instantsAt(zonedClock, { day, seconds }, doubts);
      const isOver = first.every(({ at }) => at <= context.now);
      if (!isOver || choice?.later === undefined)
        return first.map((found) => ({ ...found, end, past: found.at <= context.now }));
      const later = instantsAt(zonedClock, { day: choice.later, seconds }, doubts);
      return later.map((found) => ({ ...found, end }));
    },
  );
}

function clockContext({ period }: Facts, { context, zonedClock, choice }: Spot): ClockContext {
  const here = zonedClock.now();
  const { hint, hourCycle } = context;
  const known = { now: here.seconds, period, hint, hourCycle };
  if (choice === undefined) return { ...known, on: "no_day" };
  return { ...known, on: choice.day === here.day ? "today" : "day" };
}

function secondsOf(
  { clocks, period }: Facts,
  context: ClockContext,
  doubts: Set<Doubt>,
): readonly number[] {
  if (!clocks) return period ? [senseOfPeriod(period, context)] : [];
  return clocks.flatMap((clock: Clock) => {
    const { seconds, doubt } = senseOfClock(clock, context);
    if (doubt) doubts.add(doubt);
    return seconds;
  });
}

type FoundInstant = Extract<Found, { kind: "instant" }>;

function instantsAt(
  zonedClock: ZonedClock,
  wall: Wall,
  doubts: Set<Doubt>,
): readonly FoundInstant[] {
  const at = zonedClock.instantOf(wall);
  const instant: FoundInstant = { kind: "instant", at, zone: zonedClock.zone, past: false };
  const usual = otherZone(zonedClock, at);
  if (usual === undefined) return [instant];
  doubts.add("which_zone");
  return [{ ...instant, at: inZone(usual, at).instantOf(wall), zone: usual }, instant];
}

function senseOfAhead(durations: readonly Duration[], context: SenseContext): Sense {
  const found = durations.flatMap((duration) => aheadOf(duration, context));
  return { found, doubts: durations.length > 1 ? ["vague"] : [] };
}

// A part of a second is left to run out: a reminder is never early.
function aheadOf(duration: Duration, { now, home }: SenseContext): readonly Found[] {
  const { seconds, months, days } = spread(duration);
  const here = home.now();
  const day = moveDay(here.day, duration, 1);
  if (!isInRange(day + Math.ceil(seconds / calendar.DAY))) return [];
  const isOnClock = months === 0 && days === 0;
  if (!isOnClock && seconds === 0) return [{ kind: "date", day, zone: home.zone, past: false }];
  const from = isOnClock
    ? Math.ceil(now.getTime() / 1_000) * 1_000
    : home.instantOf({ ...here, day }).getTime();
  const at = new Date(from + seconds * 1_000);
  return [{ kind: "instant", at, zone: home.zone, past: false }];
}
