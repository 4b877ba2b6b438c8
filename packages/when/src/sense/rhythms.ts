import type { Clock, Facts, RepeatSaid } from "../grammar/facts.ts";
import type { Doubt } from "../meaning.ts";
import { PERIODS, TIMES_A_DAY, TIMES_A_MONTH, TIMES_A_WEEK } from "../policy.ts";
import { type ClockContext, senseOfClock } from "./clocks.ts";
import type { SenseContext } from "./moments.ts";

/** How often, and at which times of the day. No times: it is about whole days, or about minutes and hours from now. */
export interface Rhythm {
  readonly repeat: RepeatSaid;
  readonly clocks: readonly Clock[];
}

const MOST_TIMES_A_DAY = 96;
const DAYS = [1, 2, 3, 4, 5, 6, 7];

export const isFine = ({ unit }: RepeatSaid): boolean => unit === "minute" || unit === "hour";

const clockAt = (seconds: number): Clock => ({
  hour: Math.floor(seconds / 3_600),
  minute: Math.floor(seconds / 60) % 60,
  second: seconds % 60,
  sure: true,
});

/** All rhythms that the words may mean; none where they mean no rule at all. */
export function rhythmsOf(
  facts: Facts,
  context: SenseContext,
  doubts: Set<Doubt>,
): readonly Rhythm[] {
  const { repeat } = facts;
  if (!repeat) return [];
  if (repeat.or) doubts.add("how_often");
  const repeats = repeat.or ? [repeat, { ...repeat.or, from: repeat.from }] : [repeat];
  const allowed = repeats.flatMap((each) => without(each, facts.except));
  const times = timesOfDay(facts, context, doubts);
  return allowed
    .flatMap((each) => times.flatMap((clocks) => spelledOut({ repeat: each, clocks }, doubts)))
    .flatMap((rhythm) => inWindow(rhythm, facts.clockEnd, context));
}

/** "Every day except Sunday". */
function without(repeat: RepeatSaid, except: readonly number[] | undefined): RepeatSaid[] {
  if (!except) return [repeat];
  const isDaily = repeat.unit === "day" && repeat.every === 1;
  const days = repeat.weekdays ?? (isDaily || isFine(repeat) ? DAYS : []);
  const weekdays = days.filter((day) => !except.includes(day));
  if (weekdays.length === 0) return [];
  return [{ ...repeat, unit: isDaily ? "week" : repeat.unit, weekdays }];
}

function timesOfDay(
  facts: Facts,
  { hint, hourCycle }: SenseContext,
  doubts: Set<Doubt>,
): readonly (readonly Clock[])[] {
  const period = facts.period ?? facts.repeat?.period;
  if (!facts.clocks) return [period ? [clockAt(PERIODS[period].at * 60)] : []];
  const context: ClockContext = { on: "rule", now: 0, period, hint, hourCycle };
  const [said, ...others] = facts.clocks;
  if (said && others.length === 0) return onceOrTwice(said, context, doubts);
  return [ascending(facts.clocks.map((clock) => senseOfClock(clock, context).seconds))];
}

/** "Every day at 8,20" is twenty past eight, or at eight and at twenty. */
function onceOrTwice(
  said: Clock,
  context: ClockContext,
  doubts: Set<Doubt>,
): readonly (readonly Clock[])[] {
  const { seconds, doubt } = senseOfClock(said, context);
  if (doubt) doubts.add(doubt);
  const once = seconds.map((each) => [clockAt(each)]);
  if (said.orHour === undefined) return once;
  doubts.add("how_often");
  return [...once, [said.hour, said.orHour].map((hour) => clockAt(hour * 3_600))];
}

/** "At 8, 2 and 6": each is the first such hour after the one before, if there is one. */
function ascending(times: readonly (readonly number[])[]): readonly Clock[] {
  let last = -1;
  return times.map((halves) => {
    last = halves.find((each) => each > last) ?? halves[0] ?? 0;
    return clockAt(last);
  });
}

const isSpelledOut = ({ repeat: { times, on, weekdays }, clocks }: Rhythm): boolean =>
  times === undefined || on !== undefined || (weekdays?.length ?? clocks.length) >= times;

/** "Twice a day" does not say when; the usual answers are offered. */
function spelledOut(rhythm: Rhythm, doubts: Set<Doubt>): readonly Rhythm[] {
  if (isSpelledOut(rhythm)) return [rhythm];
  doubts.add("how_often");
  const { repeat } = rhythm;
  return OFFERS[repeat.unit]?.(rhythm, repeat.times ?? 0) ?? [];
}

type Offer = (rhythm: Rhythm, times: number) => readonly Rhythm[] | undefined;

const OFFERS: Readonly<Partial<Record<RepeatSaid["unit"], Offer>>> = {
  day: ({ repeat }, times) =>
    TIMES_A_DAY[times]?.map((minutes) => ({
      repeat,
      clocks: minutes.map((each) => clockAt(each * 60)),
    })),
  week: ({ repeat, clocks }, times) =>
    TIMES_A_WEEK[times]?.map((weekdays) => ({ repeat: { ...repeat, weekdays }, clocks })),
  month: ({ repeat, clocks }, times) =>
    TIMES_A_MONTH[times]?.map((dates) => ({
      repeat: { ...repeat, on: { day: "of_month", dates } },
      clocks,
    })),
};

/** "Every 2 hours from 9 to 5": the times of every day. */
function inWindow(
  rhythm: Rhythm,
  clockEnd: Clock | undefined,
  context: SenseContext,
): readonly Rhythm[] {
  const { repeat, clocks } = rhythm;
  const [first] = clocks;
  if (!isFine(repeat) || !first) return [rhythm];
  // Every 8 hours, at 6 and at 17: that is not one rule.
  if (clocks.length > 1) return [];
  if (!clockEnd) return [rhythm];
  const times = stepsOf(repeat, first, clockEnd, context);
  const unit = repeat.weekdays ? "week" : "day";
  return times.length > 0 ? [{ repeat: { ...repeat, every: 1, unit }, clocks: times }] : [];
}

function stepsOf(
  { every, unit }: RepeatSaid,
  first: Clock,
  clockEnd: Clock,
  { hint, hourCycle }: SenseContext,
): readonly Clock[] {
  const from = first.hour * 60 + first.minute;
  const ends = senseOfClock(clockEnd, { on: "rule", now: 0, hint, hourCycle }).seconds;
  const minutes = ends.flatMap((seconds) => [seconds / 60, seconds / 60 + 720]);
  const to = minutes.find((end) => end > from && end < 1_440) ?? -1;
  const step = unit === "hour" ? every * 60 : every;
  const count = Math.floor((to - from) / step) + 1;
  if (count > MOST_TIMES_A_DAY) return [];
  return Array.from({ length: Math.max(0, count) }, (_, n) => clockAt((from + n * step) * 60));
}
