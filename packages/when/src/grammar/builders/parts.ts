import type { DaySaid, Facts } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { shifted } from "./days-away.ts";
import { dayOf, partRepeats } from "./part-repeats.ts";
import { MOMENTS } from "../../policy.ts";
import { range } from "./clocks.ts";
import { scaled } from "./durations.ts";
import { numberedDays } from "./numbered-days.ts";
import { byThen, partTimes } from "./part-times.ts";
import { ahead, clockAt, relative } from "./relatives.ts";

const eve = (day: DaySaid | undefined): Facts | undefined =>
  day && { day: shifted(day, -1), deadline: true };
const monthStart = ({ month }: Slots, shift: number): Facts | undefined =>
  month ? { day: { day: "month", month, edge: "start", shift } } : undefined;
const weekdayDay = ([first = 1, ...rest]: readonly number[]): DaySaid =>
  rest.length > 0
    ? { day: "weekdays", weekdays: [first, ...rest] }
    : { day: "weekday", weekday: first, which: "plain" };

const ONE_DAY = new Set<string>(["shift", "weekday", "date", "of_month", "in_week"]);
const FRACTIONS = 12;
const MOST_MINUTES = 24 * 60;

const dayMonth: Build<Facts> = ({ first: date, other: month }) =>
  date && month && month <= 12 ? { day: { day: "date", month, date } } : undefined;

const part = {
  ...partTimes,
  ...partRepeats,
  day: (slots) => ({ day: dayOf(slots) }),
  day_by: (slots) => byThen({ day: dayOf(slots) }),
  before_day: (slots) => eve(dayOf(slots)),
  // A weekend is two days long.
  after_day: (slots) => {
    const day = dayOf(slots);
    return { day: shifted(day, day && day.day === "weekend" ? 2 : 1) };
  },
  clear_day: ({ clear_day: day }) => day && { day },
  // "Turn the lights on tomorrow": that "on" is not ours.
  on_day: (slots) => {
    const day = slots.clear_day ?? slots.any_day;
    return day && day.day !== "shift" ? { day } : undefined;
  },
  nth: ({ nth, countable: what }) => nth && what && { day: { day: "nth", nth, what } },
  of_month: ({ dates }) => dates && { day: { day: "of_month", dates } },
  holiday: ({ holiday, year }) => holiday && { day: { day: "holiday", holiday, year } },
  next_month: (slots) => monthStart(slots, 1),
  this_month: (slots) => monthStart(slots, 0),
  ...numberedDays,
  month_of_year: ({ month, year }) =>
    month && year ? { day: { day: "month", month, year, edge: "start", bare: true } } : undefined,
  in_year: ({ year }) => year && { day: { day: "year", year } },
  end_of_that_day: ({ any_day: day }) =>
    day && ONE_DAY.has(day.day) ? { day, clocks: [clockAt(MOMENTS.end_of_day.at)] } : undefined,
  // "27/1", but not "1/2".
  sure_numeric: ({ numeric: day }) =>
    day && day.day === "numeric" && (day.year ?? Math.max(day.first, day.other)) > FRACTIONS
      ? { day }
      : undefined,
  day_month: dayMonth,
  late_day_month: (slots) => ((slots.first ?? 0) > FRACTIONS ? dayMonth(slots) : undefined),
  weekday_clear: ({ clear_weekday: said }) => said && { day: weekdayDay([said]) },
  weekday_short: ({ short_weekday: said }) => said && { day: weekdayDay([said]) },
  weekday: ({ weekday: said }) => said && { day: weekdayDay([said]) },
  next_weekday: ({ weekday: said }) =>
    said && { day: { day: "weekday", weekday: said, which: "next" } },
  weekdays: ({ weekdays }) => weekdays && { day: weekdayDay(weekdays) },
  several_weekdays: ({ weekdays }) =>
    weekdays && weekdays.length > 1 ? { day: weekdayDay(weekdays) } : undefined,
  short_days: ({ short_days: weekdays }) => weekdays && { day: weekdayDay(weekdays) },
  day_and_range: ({ day_word: days, bare, end_clock: end }) => {
    const times = range(bare, end);
    return days === undefined || !times ? undefined : { ...times, day: { day: "shift", days } };
  },
  day_and_hour: ({ day_word: days, bare }) =>
    days === undefined || !bare ? undefined : { day: { day: "shift", days }, clocks: [bare] },
  weekdays_from_now: ({ number = 1, weekdays_word: weekday }) => {
    const first = weekday && ({ day: "weekday", weekday, which: "coming" } as const);
    return first && { day: shifted(first, 7 * (number - 1)) };
  },
  same_time: ({ any_day: day }) => day && { day, sameTime: true },
  same_time_next_week: () => ({ day: { day: "shift", days: 7 }, sameTime: true }),
  ahead: ({ duration }) => duration && ahead(duration),
  ahead_vague: ({ unit }) => unit && { ahead: [3, 5, 10].map((count) => [{ ...unit, count }]) },
  ahead_hours: ({ number: hours, minute: minutes }) =>
    hours !== undefined && minutes !== undefined
      ? ahead([
          { count: hours, unit: "hour" },
          { count: minutes, unit: "minute" },
        ])
      : undefined,
  ahead_one_or_two: ({ unit }) => unit && { ahead: [1, 2].map((times) => [scaled(times, unit)]) },
  ahead_or: ({ number: least, amount: most, unit }) =>
    least && most && unit && { ahead: [[scaled(least, unit)], [scaled(most, unit)]] },
  // "In 2027" is a year.
  ahead_minutes: ({ number: count }) =>
    count && count <= MOST_MINUTES ? ahead([{ count, unit: "minute" }]) : undefined,
  ahead_one: ({ unit, unit_letter: letter }) => {
    const one = unit ?? letter;
    return one && ahead([one]);
  },
  relative: ({ relative: said }) => said && { relative: said },
} satisfies Record<string, Build<Facts>>;

export const parts = {
  relative,
  done: { done: () => true as const },
  due: { due: () => true as const },
  echo: { echo: () => true as const },
  part,
};
