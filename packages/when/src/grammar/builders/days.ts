import type { DaySaid, Stretch } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { dateBuilders, inYears, numeric, yearBefore } from "./dates.ts";
import { daysAway, shifted, weekday } from "./days-away.ts";

const edge =
  (at: "start" | "middle" | "end", shift?: number, fixed?: Stretch): Build<DaySaid<"edge">> =>
  ({ stretch = fixed }) =>
    stretch && { day: "edge", edge: at, of: stretch, shift };

const whole =
  (at: Build<DaySaid<"edge">>): Build<DaySaid> =>
  (slots) => {
    const day = at(slots);
    return day && { ...day, whole: true };
  };

const month =
  (at: "start" | "middle" | "end", shift?: number): Build<DaySaid> =>
  (slots) =>
    slots.month && { day: "month", month: slots.month, edge: at, year: slots.year, shift };

const monthInYears =
  (years: number): Build<DaySaid> =>
  ({ month: of }) =>
    of && { day: "month", month: of, edge: "start", years };

/** The first, middle or last day of a year that is named. */
const yearOn =
  (of: number, date: number): Build<DaySaid> =>
  ({ year }) =>
    year && { day: "date", month: of, date, year };

const nth =
  (months?: number): Build<DaySaid> =>
  ({ nth: count, countable: what, month: of, year }) =>
    count === undefined || what === undefined
      ? undefined
      : { day: "nth", nth: count, what, month: of, year, months };

const ofMonth =
  (months?: number): Build<DaySaid> =>
  ({ date_number: date, dates = date === undefined ? undefined : [date], weekday: named }) =>
    dates && { day: "of_month", dates, months, weekday: named };

// The weeks of a month are counted by their Mondays.
const nthWeek = (months?: number): Build<DaySaid> => {
  const build = nth(months);
  return (slots) => build({ ...slots, countable: 1 });
};

const clearDay = {
  ...daysAway,
  date: ({ date: said }) => said,
  // The year at the end of "28 July to 5 August 2029" is that of both.
  dates: ({ date: said, end_date: to }) =>
    said?.day === "date" && to?.day === "date"
      ? { ...said, year: said.year ?? yearBefore(said, to), to }
      : undefined,
  date_in_year: ({ date: said, year }) => (said?.day === "date" ? { ...said, year } : undefined),
  date_next_year: inYears({ years: 1 }),
  date_this_year: inYears({ years: 0 }),
  named_date_in_year: ({ date: said, weekday: named, year }) =>
    said?.day === "date" ? { ...said, weekday: named, year } : undefined,
  week_of: ({ any_day: base }) => base && { day: "week_of", base, weekday: 1 },
  weekend_of: ({ any_day: base }) => base && { day: "week_of", base, weekday: 6 },
  nth_week: nthWeek(),
  nth_week_this_month: nthWeek(0),
  nth_week_next_month: nthWeek(1),
  end_of_named_year: yearOn(12, 31),
  start_of_named_year: yearOn(1, 1),
  middle_of_named_year: yearOn(7, 1),
  named_date: ({ date, numeric: said = date, weekday: named }) =>
    said?.day === "date" ? { ...said, weekday: named } : undefined,
  named_numeric: ({ numeric: said, weekday: named }) =>
    said?.day === "numeric" ? { ...said, weekday: named } : undefined,
  of_month: ofMonth(),
  of_this_month: ofMonth(0),
  of_next_month: ofMonth(1),
  nth: nth(),
  nth_this_month: nth(0),
  nth_next_month: nth(1),
  end_of: edge("end"),
  end_of_next: edge("end", 1),
  this_stretch: whole(edge("end")),
  next_stretch: whole(edge("start", 1)),
  start_after_next: edge("start", 2),
  start_of: edge("start"),
  start_of_this: edge("start", 0),
  start_of_next: edge("start", 1),
  middle_of: edge("middle"),
  middle_of_next: edge("middle", 1),
  middle_of_week: edge("middle", undefined, "week"),
  end_of_week: edge("end", undefined, "week"),
  end_of_month: edge("end", undefined, "month"),
  end_of_year: edge("end", undefined, "year"),
  start_of_next_year: edge("start", 1, "year"),
  end_of_named_month: month("end"),
  start_of_named_month: month("start"),
  middle_of_named_month: month("middle"),
  this_weekend: () => ({ day: "weekend", which: "this" }),
  next_weekend: () => ({ day: "weekend", which: "next" }),
  weekend_after_next: () => shifted({ day: "weekend", which: "next" }, 7),
} satisfies Record<string, Build<DaySaid>>;

const anyDay = {
  same: ({ clear_day: said }) => said,
  weekday: weekday("plain"),
  numeric: ({ numeric: said }) => said,
  of_month: ofMonth(),
  of_month_number: ({ date_number: number }) =>
    number === undefined ? undefined : { day: "of_month", dates: [number] },
  holiday: ({ holiday, year }) => holiday && { day: "holiday", holiday, year },
  weekdays: ({ weekdays }) =>
    weekdays && weekdays.length > 1 ? { day: "weekdays", weekdays } : undefined,
} satisfies Record<string, Build<DaySaid>>;

const monthDay = {
  named: month("start"),
  named_next_year: monthInYears(1),
  named_this_year: monthInYears(0),
  next_named: month("start", 1),
  this_named: month("start", 0),
} satisfies Record<string, Build<DaySaid>>;

function span(from: number, to: number): number[] {
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, n) => ((from + n - 1) % 7) + 1);
}

const list = (first: number | undefined, rest: readonly number[] | undefined) =>
  first === undefined ? undefined : [first, ...(rest ?? [])];

export const days = {
  date: dateBuilders,
  end_date: { same: ({ date: said }: Slots) => said },
  numeric,
  clear_day: clearDay,
  month_day: monthDay,
  any_day: anyDay,
  days_out: {
    list: ({ any_day: first, days_out: rest = [] }: Slots) => first && [first, ...rest],
  },
  nth: {
    same: ({ ordinal }: Slots) => ordinal,
    last: ({ last_word: count }: Slots) => count,
    // "The third to last".
    from_end: ({ ordinal }: Slots) => ordinal && -ordinal,
  },
  weekdays: {
    list: ({ weekday: first, weekdays: rest }: Slots) => list(first, rest),
    range: ({ weekday: from, weekdays: rest }: Slots) =>
      from && rest?.[0] ? [...span(from, rest[0]), ...rest.slice(1)] : undefined,
  },
  months: {
    list: ({ month: first, months: rest }: Slots) => list(first, rest),
  },
  plural_days: {
    list: ({ weekdays_word: first, plural_days: rest }: Slots) => list(first, rest),
    mixed: ({ weekday: first, plural_days: rest }: Slots) => list(first, rest),
  },
  dates: {
    list: ({ ordinal, date_number: number, dates: rest }: Slots) => list(ordinal ?? number, rest),
    and_last: ({ ordinal }: Slots) => list(ordinal, [-1]),
    last: () => [-1],
  },
};
