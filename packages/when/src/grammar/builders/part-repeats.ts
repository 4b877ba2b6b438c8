import type { DaySaid, Facts } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { NOON } from "./clocks.ts";
import { shifted } from "./days-away.ts";
import { isOfDays } from "./durations.ts";
import { anyTime } from "./part-times.ts";
import { schedule } from "./schedule.ts";

/** The day that was said, in whichever way. */
export const dayOf = ({ any_day: day, month_day: month, numeric }: Slots) =>
  day ?? month ?? numeric;

const eachMonth = (dates: readonly number[]): Facts => ({
  repeat: schedule(1, "month", { on: { day: "of_month", dates } }),
});

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What begins with next week does not end with it; what begins with this one begins now. */
function beginOf(day: DaySaid | 0 | undefined): DaySaid | undefined {
  if (!day || day.day !== "edge" || !day.whole) return day || undefined;
  if (day.shift === undefined) return { day: "shift", days: 0 };
  return { day: "edge", edge: "start", of: day.of, shift: day.shift };
}

const starting: Build<Facts> = (slots) => {
  const day = beginOf(dayOf(slots));
  return day && { starting: day };
};

const until: Build<Facts> = (slots) => {
  const day = dayOf(slots);
  const time = anyTime(slots);
  const end = slots.month_day ? shifted(day, -1) : day;
  return day || time ? { until: { ...time, day: end } } : undefined;
};

const isOneDay = (said: DaySaid): boolean =>
  said.day !== "of_month" && (said.day !== "nth" || said.month !== undefined);

/** Parts of a sentence that say how something repeats, from when, until when. */
export const partRepeats = {
  repeat: ({ repeat: said }) => said && { repeat: said },
  weekday_parts: ({ weekday_parts: said }) =>
    said && { ...said.facts, repeat: schedule(1, "week", { weekdays: [said.weekday] }) },
  every_day: () => ({ repeat: schedule(1, "day") }),
  adverb: ({ adverb }) => adverb && { repeat: adverb },
  plural: ({ plural_days: weekdays }) => weekdays && { repeat: schedule(1, "week", { weekdays }) },
  weekdays_in_periods: ({ weekdays, day_set: set = weekdays, periods: period }) =>
    set && { repeat: schedule(1, "week", { weekdays: set, period }) },
  plural_in_periods: ({ plural_days: weekdays, periods: period }) =>
    weekdays && { repeat: schedule(1, "week", { weekdays, period }) },
  day_sets_in_periods: ({ day_sets: weekdays, periods: period }) =>
    weekdays && { repeat: schedule(1, "week", { weekdays, period }) },
  periods: ({ periods: period }) => ({ repeat: schedule(1, "day", { period }) }),
  noons: () => ({ repeat: schedule(1, "day"), clocks: [NOON] }),
  each_date: ({ date_number: date }) => date && eachMonth([date]),
  // "Every third customer" is no date.
  each_dates: ({ dates }) => (dates && dates.length > 1 ? eachMonth(dates) : undefined),
  day_sets: ({ day_sets: weekdays }) => weekdays && { repeat: schedule(1, "week", { weekdays }) },
  until,
  until_weekend: () => ({ until: { day: { day: "weekend", which: "this" } } }),
  through_month: ({ month_day: day }) =>
    day && day.day === "month" ? { until: { day: { ...day, edge: "end" } } } : undefined,
  starting,
  starting_in: ({ duration: by }) =>
    by && {
      starting: { day: "moved", base: { day: "shift", days: 0 }, by, back: false },
    },
  starting_year: ({ year }) => year && { starting: { day: "date", month: 1, date: 1, year } },
  until_year: ({ year }) =>
    year && { until: { day: { day: "date", month: 12, date: 31, year: year - 1 } } },
  lasting_from: (slots) => {
    const begun = starting(slots);
    const { duration: lasting } = slots;
    return begun && lasting?.every(isOfDays) ? { ...begun, lasting } : undefined;
  },
  one_a_month: ({ weekday: what }) =>
    what && {
      repeat: schedule(1, "month", {
        on: { day: "nth", nth: 1, what },
        or: schedule(1, "month", { on: { day: "nth", nth: -1, what } }),
      }),
    },
  lasting: ({ duration: lasting }) => lasting && { lasting },
  times: ({ number }) => (number && number > 0 ? { times: number } : undefined),
  twice: () => ({ times: 2 }),
  except: ({ weekdays, plural_days: plural, day_set: set }) => ({
    except: weekdays ?? plural ?? set,
  }),
  // "The first Friday of the month" and "the 13th" are more than one day each.
  days_out: ({ days_out: daysOut }) =>
    daysOut?.every(isOneDay) === true ? { daysOut } : undefined,
  except_months: ({ months: out }) =>
    out && { months: ALL_MONTHS.filter((each) => !out.includes(each)) },
  months: ({ months }) => months && { months },
  from_completion: () => ({ fromCompletion: true }),
  aside: () => ({}),
  past: () => ({ past: true }),
} satisfies Record<string, Build<Facts>>;
