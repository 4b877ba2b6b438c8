import type { Facts } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { shifted } from "./days-away.ts";
import { anyTime } from "./part-times.ts";
import { schedule } from "./repeats.ts";

/** The day that was said, in whichever way. */
export const dayOf = ({ any_day: day, month_day: month, numeric }: Slots) =>
  day ?? month ?? numeric;

const eachMonth = (dates: readonly number[]): Facts => ({
  repeat: schedule(1, "month", { on: { day: "of_month", dates } }),
});

const until: Build<Facts> = (slots) => {
  const day = dayOf(slots);
  const time = anyTime(slots);
  const end = slots.month_day ? shifted(day, -1) : day;
  return day || time ? { until: { ...time, day: end } } : undefined;
};

/** Parts of a sentence that say how something repeats, from when, until when. */
export const partRepeats = {
  repeat: ({ repeat: said }) => said && { repeat: said },
  every_day: () => ({ repeat: schedule(1, "day") }),
  adverb: ({ adverb }) => adverb && { repeat: adverb },
  plural: ({ plural_days: weekdays }) => weekdays && { repeat: schedule(1, "week", { weekdays }) },
  weekdays_in_periods: ({ weekdays, day_set: set = weekdays, periods: period }) =>
    set && { repeat: schedule(1, "week", { weekdays: set, period }) },
  periods: ({ periods: period }) => ({ repeat: schedule(1, "day", { period }) }),
  each_date: ({ date_number: date }) => date && eachMonth([date]),
  // "Every third customer" is no date.
  each_dates: ({ dates }) => (dates && dates.length > 1 ? eachMonth(dates) : undefined),
  day_sets: ({ day_sets: weekdays }) => weekdays && { repeat: schedule(1, "week", { weekdays }) },
  until,
  through_month: ({ month_day: day }) =>
    day && day.day === "month" ? { until: { day: { ...day, edge: "end" } } } : undefined,
  starting: (slots) => ({ starting: dayOf(slots) }),
  lasting: ({ duration: lasting }) => lasting && { lasting },
  times: ({ number }) => (number && number > 0 ? { times: number } : undefined),
  twice: () => ({ times: 2 }),
  except: ({ weekdays, plural_days: plural, day_set: set }) => ({
    except: weekdays ?? plural ?? set,
  }),
  days_out: ({ days_out: daysOut }) => daysOut && { daysOut },
  months: ({ months }) => months && { months },
  from_completion: () => ({ fromCompletion: true }),
  aside: () => ({}),
} satisfies Record<string, Build<Facts>>;
