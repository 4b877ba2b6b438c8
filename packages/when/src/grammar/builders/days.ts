import type { DaySaid, Stretch } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
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

const date = {
  month_and_day: ({ month: of, date_number: number, ordinal, year }) => {
    const said = number ?? ordinal;
    return of && said ? { day: "date", month: of, date: said, year } : undefined;
  },
  days_of_month: ({ month: of, date_number: said, other: last }) =>
    of && said && last
      ? { day: "date", month: of, date: said, to: { day: "date", month: of, date: last } }
      : undefined,
  day_in_month: ({ ordinal, date_number: said = ordinal, date: end }) =>
    said !== undefined && end?.day === "date" ? { ...end, date: said, to: end } : undefined,
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
  ...daysAway,
  date: ({ date: said }) => said,
  dates: ({ date: said, end_date: to }) => (said?.day === "date" ? { ...said, to } : undefined),
  named_date: ({ date: said, weekday: named }) =>
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
  days_out: {
    list: ({ any_day: first, days_out: rest = [] }: Slots) => first && [first, ...rest],
  },
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
