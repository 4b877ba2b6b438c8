import type { DaySaid, Stretch } from "../facts.ts";
import type { Build, Slots } from "../values.ts";

const moved =
  (back: boolean): Build<DaySaid> =>
  ({ duration: by, any_day: base }) =>
    by && base && { day: "moved", base, by, back };

/** The same, one day or one week away. */
export const shifted = (base: DaySaid | 0 | undefined, days: number): DaySaid | undefined =>
  base
    ? { day: "moved", base, by: [{ count: Math.abs(days), unit: "day" }], back: days < 0 }
    : undefined;

const weekday =
  (which: "plain" | "this" | "coming" | "next"): Build<DaySaid> =>
  (slots) =>
    slots.weekday === undefined ? undefined : { day: "weekday", weekday: slots.weekday, which };

const inWeek =
  (weeks: number): Build<DaySaid> =>
  (slots) =>
    slots.weekday === undefined ? undefined : { day: "in_week", weekday: slots.weekday, weeks };

const edge =
  (at: "start" | "middle" | "end", shift?: number, fixed?: Stretch): Build<DaySaid> =>
  ({ stretch = fixed }) =>
    stretch && { day: "edge", edge: at, of: stretch, shift };

const month =
  (at: "start" | "middle" | "end", shift?: number): Build<DaySaid> =>
  (slots) =>
    slots.month && { day: "month", month: slots.month, edge: at, year: slots.year, shift };

const nth =
  (months?: number): Build<DaySaid> =>
  ({ nth: count, countable: what, month: of, year }) =>
    count === undefined || what === undefined
      ? undefined
      : { day: "nth", nth: count, what, month: of, year, months };

const ofMonth =
  (months?: number): Build<DaySaid> =>
  ({ dates, weekday: named }) =>
    dates && { day: "of_month", dates, months, weekday: named };

const date = {
  month_and_day: ({ month: of, date_number: number, ordinal, year }) => {
    const said = number ?? ordinal;
    return of && said ? { day: "date", month: of, date: said, year } : undefined;
  },
  day_in_month: ({ date_number: said, date: end }) =>
    said !== undefined && end?.day === "date" ? { ...end, date: said } : undefined,
  year_month_day: ({ other: of, first: said, year }) =>
    of && of <= 12 && said && year ? { day: "date", month: of, date: said, year } : undefined,
  day_month_year: ({ other: of, first: said, year, short_year: short }) =>
    of && of <= 12 && said
      ? { day: "date", month: of, date: said, year: year ?? short }
      : undefined,
} satisfies Record<string, Build<DaySaid>>;

const numeric = {
  either: ({ first, other, year, short_year: short }) =>
    first && other ? { day: "numeric", first, other, year: year ?? short } : undefined,
} satisfies Record<string, Build<DaySaid>>;

const clearDay = {
  shift: ({ day_word: days }) => (days === undefined ? undefined : { day: "shift", days }),
  after_tomorrow: () => ({ day: "shift", days: 2 }),
  today: () => ({ day: "shift", days: 0 }),
  in_a_week: ({ day_word: days }) => ({ day: "shift", days: (days ?? 0) + 7 }),
  this_weekday: weekday("this"),
  coming_weekday: weekday("coming"),
  next_weekday: weekday("next"),
  weekday_this_week: inWeek(0),
  weekday_next_week: inWeek(1),
  weekday_after_next_week: inWeek(2),
  weekday_in_a_week: (slots) => shifted(weekday("plain")(slots), 7),
  weekday_in_two_weeks: (slots) => shifted(weekday("plain")(slots), 14),
  in_two_weeks: ({ day_word: days }) => ({ day: "shift", days: (days ?? 0) + 14 }),
  weekday_before: ({ weekday: named, any_day: base }) =>
    named && base && { day: "beside", weekday: named, base, back: true },
  weekday_after: ({ weekday: named, any_day: base }) =>
    named && base && { day: "beside", weekday: named, base, back: false },
  weekday_later: ({ weekday: named, duration: by }) =>
    named && by
      ? { day: "moved", base: { day: "weekday", weekday: named, which: "plain" }, by, back: false }
      : undefined,
  moved_on: moved(false),
  moved_back: moved(true),
  day_after: ({ any_day: base }) => shifted(base, 1),
  day_before: ({ any_day: base }) => shifted(base, -1),
  date: ({ date: said }) => said,
  named_date: ({ date: said, weekday: named }) =>
    said?.day === "date" ? { ...said, weekday: named } : undefined,
  of_month: ofMonth(),
  of_this_month: ofMonth(0),
  of_next_month: ofMonth(1),
  nth: nth(),
  nth_this_month: nth(0),
  nth_next_month: nth(1),
  end_of: edge("end"),
  end_of_next: edge("end", 1),
  start_of: edge("start"),
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
} satisfies Record<string, Build<DaySaid>>;

const anyDay = {
  same: ({ clear_day: said }) => said,
  weekday: weekday("plain"),
  numeric: ({ numeric: said }) => said,
  of_month: ofMonth(),
  of_month_number: ({ date_number: number }) =>
    number === undefined ? undefined : { day: "of_month", dates: [number] },
  feast: ({ feast, year }) => feast && { day: "feast", feast, year },
  weekdays: ({ weekdays }) =>
    weekdays && weekdays.length > 1 ? { day: "weekdays", weekdays } : undefined,
} satisfies Record<string, Build<DaySaid>>;

const monthDay = {
  named: month("start"),
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
  date,
  end_date: { same: ({ date: said }: Slots) => said },
  numeric,
  clear_day: clearDay,
  month_day: monthDay,
  any_day: anyDay,
  nth: {
    same: ({ ordinal }: Slots) => ordinal,
    last: ({ last_word: count }: Slots) => count,
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
