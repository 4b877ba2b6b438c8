import type { Amount, DaySaid, Duration, RepeatSaid, Stretch, Unit } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { scaled } from "./durations.ts";
import { inMonths, monthlyOn, schedule, yearly } from "./schedule.ts";
import { datesOfYear, inSomeMonths } from "./year-repeats.ts";

type RepeatUnit = RepeatSaid["unit"];

const MINUTES: Partial<Record<Unit, number>> = { second: 1 / 60, minute: 1, hour: 60, day: 1440 };
const MONTHS: Record<Stretch, number> = { week: 0, month: 1, quarter: 3, year: 12 };

const isRepeatUnit = (unit: Unit): unit is RepeatUnit => unit !== "second";

/** One unit for all of it: an hour and a half is 90 minutes; undefined where there is none. */
function single(duration: Duration): { every: number; unit: RepeatUnit } | undefined {
  const [first, ...rest] = duration;
  if (first && rest.length === 0 && Number.isInteger(first.count) && isRepeatUnit(first.unit))
    return { every: first.count, unit: first.unit };
  const minutes = duration.reduce(
    (sum, { count, unit }) => sum + count * (MINUTES[unit] ?? NaN),
    0,
  );
  if (!Number.isInteger(minutes) || minutes < 1) return undefined;
  return { every: minutes, unit: "minute" };
}

const each = (slots: Slots, duration: Duration | undefined, more?: Partial<RepeatSaid>) => {
  const found = duration && single(duration);
  return found && { ...found, from: slots.each ?? "schedule", ...more };
};

const eachUnit =
  (amount: number): Build<RepeatSaid> =>
  (slots) =>
    slots.unit && each(slots, [scaled(amount, slots.unit)]);

const weekly = (every: number): Build<RepeatSaid> => {
  return ({ each: from = "schedule", weekdays }) =>
    weekdays && { from, every, unit: "week", weekdays };
};

/** The nth Monday of each month; with no month said, the second one may be every other Monday, too. */
const nthOfMonth = ({ nth, ordinal, countable, month }: Slots): RepeatSaid | undefined => {
  const count = nth ?? ordinal;
  if (count === undefined || countable === undefined) return undefined;
  const on: DaySaid = { day: "nth", nth: count, what: countable, month };
  return schedule(1, month === undefined ? "month" : "year", { on });
};

// The last Monday of a quarter lies in its last month, and so with a year.
const fromEnd = ({ nth = 1 }: Slots, first: readonly number[]): readonly number[] =>
  nth > 0 ? first : first.map((month) => month + 12 / first.length - 1);

/** Only weekdays can be counted twice in one rule. */
const twoOfMonth: Build<RepeatSaid> = ({ ordinal: nth, weekday, nth: also, countable: what }) =>
  nth !== undefined && typeof what === "number" && (weekday ?? what) === what
    ? schedule(1, "month", { on: { day: "nth", nth, also, what } })
    : undefined;

const nthAlone: Build<RepeatSaid> = (slots) => {
  const { nth, countable } = slots;
  if (countable === "day") return nth && nth > 0 ? schedule(nth, "day") : undefined;
  const monthly = nthOfMonth(slots);
  if (nth === undefined || nth < 2 || typeof countable !== "number") return monthly;
  return monthly && { ...monthly, or: schedule(nth, "week", { weekdays: [countable] }) };
};

const edgeOf =
  (edge: "start" | "end"): Build<RepeatSaid> =>
  ({ stretch }) => {
    if (stretch === undefined) return undefined;
    const on: DaySaid = { day: "edge", edge, of: stretch };
    return stretch === "week"
      ? schedule(1, "week", { on })
      : schedule(MONTHS[stretch], "month", stretch === "quarter" ? { on, stretch } : { on });
  };

const perUnit = (times: number | undefined, unit: Amount | undefined): RepeatSaid | undefined => {
  const found = unit && single([unit]);
  if (!found || times === undefined || times < 1) return undefined;
  if (times === 1) return schedule(found.every, found.unit);
  return found.unit === "year"
    ? perYear(times, found.every)
    : schedule(found.every, found.unit, { times });
};

/** "Twice a year" is every six months. */
const perYear = (times: number, years: number): RepeatSaid | undefined =>
  12 % times === 0 ? schedule((12 / times) * years, "month") : undefined;

const afterDone: Build<RepeatSaid> = ({ duration, unit }) =>
  each({ each: "completion" }, duration ?? (unit && [unit]));

const repeat = {
  unit: eachUnit(1),
  other_unit: eachUnit(2),
  duration: (slots) => each(slots, slots.duration),
  half_unit: eachUnit(0.5),
  unit_and_a_half: eachUnit(1.5),
  letter: (slots) =>
    slots.amount && slots.unit_letter && each(slots, [scaled(slots.amount, slots.unit_letter)]),
  nth_unit: ({ ordinal, unit }) => ordinal && unit && each({}, [scaled(ordinal, unit)]),
  weekdays: weekly(1),
  other_weekdays: weekly(2),
  weekdays_in_period: (slots) => {
    const found = weekly(1)(slots);
    return found && { ...found, period: slots.period };
  },
  day_set: ({ each: from = "schedule", day_set: weekdays }) =>
    weekdays && { from, every: 1, unit: "week", weekdays },
  short_days: ({ each: from = "schedule", short_days: weekdays }) =>
    weekdays && { from, every: 1, unit: "week", weekdays },
  other_day_set: ({ day_set: weekdays }) => weekdays && schedule(2, "week", { weekdays }),
  day_set_in_period: ({ each: from = "schedule", day_set: weekdays, period }) =>
    weekdays && { from, every: 1, unit: "week", weekdays, period },
  unit_day: () => schedule(1, "day"),
  weekday_part: ({ weekday_part: said }) =>
    said && schedule(1, "week", { weekdays: [said.weekday], period: said.facts.period }),
  morning: () => schedule(1, "day", { period: "morning" }),
  period: ({ period, tonight }) => schedule(1, "day", { period: period ?? tonight }),
  other_period: ({ period, tonight }) => schedule(2, "day", { period: period ?? tonight }),
  nth_period: ({ number, periods: period }) => number && schedule(number, "day", { period }),
  other_plural: ({ plural_days: weekdays }) => weekdays && schedule(2, "week", { weekdays }),
  nth: nthAlone,
  nth_of_month: nthOfMonth,
  two_of_month: twoOfMonth,
  nth_of_quarter: (slots) => inMonths(nthOfMonth(slots), fromEnd(slots, [1, 4, 7, 10])),
  nth_of_year: (slots) => inMonths(nthOfMonth(slots), fromEnd(slots, [1])),
  weekday_of_year: ({ nth, countable: what }) =>
    nth && typeof what === "number" ? yearly({ day: "nth", nth, what }) : undefined,
  nth_of_months: inSomeMonths(nthOfMonth),
  dates_of_months: inSomeMonths(({ dates }) => dates && monthlyOn(dates)),
  last_of_months: inSomeMonths(() => monthlyOn([-1])),
  dates_of_year: datesOfYear,
  // Which of two numbers is the month is clear where the other can be none.
  numeric: ({ numeric: said }) => {
    if (said?.day !== "numeric" || said.year !== undefined) return undefined;
    const { first, other } = said;
    if (first > 12 === other > 12) return undefined;
    return yearly({ day: "date", month: Math.min(first, other), date: Math.max(first, other) });
  },
  monthly_date: ({ date_number: date }) => date && monthlyOn([date]),
  monthly_dates: ({ first, other }) => first && other && monthlyOn([first, other]),
  twice_a_day: () => perUnit(2, { count: 1, unit: "day" }),
  several_weekdays: (slots) =>
    slots.weekdays && slots.weekdays.length > 1 ? weekly(1)(slots) : undefined,
  dates: ({ dates }) => dates && schedule(1, "month", { on: { day: "of_month", dates } }),
  date: ({ date }) => yearly(date),
  holiday: ({ holiday }) => yearly(holiday && { day: "holiday", holiday }),
  months: ({ months = [], date_number: date = 1 }) => {
    const [month, ...more] = months;
    if (month === undefined || more.length === 0)
      return yearly(month && { day: "date", month, date });
    return inMonths(schedule(1, "month", { on: { day: "of_month", dates: [date] } }), months);
  },
  once_per: ({ unit }) => perUnit(1, unit),
  twice_per: ({ unit }) => perUnit(2, unit),
  thrice_per: ({ unit }) => perUnit(3, unit),
  times_per: ({ number, unit }) => perUnit(number, unit),
  twice_adverb: ({ adverb }) => perUnit(2, adverb && { count: adverb.every, unit: adverb.unit }),
  thrice_adverb: ({ adverb }) => perUnit(3, adverb && { count: adverb.every, unit: adverb.unit }),
  times_adverb: ({ number, adverb }) =>
    perUnit(number, adverb && { count: adverb.every, unit: adverb.unit }),
  start_of: edgeOf("start"),
  end_of: edgeOf("end"),
  end_of_month: () => schedule(1, "month", { on: { day: "edge", edge: "end", of: "month" } }),
  after_done: afterDone,
} satisfies Record<string, Build<RepeatSaid>>;

export const repeats = {
  each: { schedule: () => "schedule" as const, completion: () => "completion" as const },
  repeat,
};
