import { isoWeekDay } from "../../sense/calendar.ts";
import type { DaySaid } from "../facts.ts";
import type { Build, Slots } from "../values.ts";

// Two digits that may be an hour are no year: "3 Aug 10".
const LEAST_SHORT_YEAR = 2025;

const yearOf = ({ year, short_year: short }: Slots): number | undefined =>
  year ?? (short !== undefined && short >= LEAST_SHORT_YEAR ? short : undefined);

/** The date that was said, in this year or the next. */
export const inYears =
  (more: { readonly years: number }): Build<DaySaid> =>
  ({ date: said }) =>
    said?.day === "date" ? { ...said, ...(said.year === undefined && more) } : undefined;

/** Dates as they are said or written. */
export const dateBuilders = {
  month_and_day: (slots) => {
    const { month: of, date_number: number, ordinal, short_year: short } = slots;
    const said = number ?? ordinal;
    const year = yearOf(slots);
    if (!of || !said || (short !== undefined && year === undefined)) return undefined;
    return { day: "date", month: of, date: said, year };
  },
  days_of_month: ({ month: of, date_number: said, other: last, year }) =>
    of && said && last
      ? {
          day: "date",
          month: of,
          date: said,
          year,
          to: { day: "date", month: of, date: last, year },
        }
      : undefined,
  iso_week_day: ({ year, minute: week, first: weekday = 1 }) =>
    year && week && week >= 1 && week <= 53 && weekday <= 7
      ? { day: "date", ...isoWeekDay(year, week, weekday) }
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

/** Two numbers, of which one is the month. */
export const numeric = {
  either: ({ first, other, year, short_year: short }) =>
    first && other ? { day: "numeric", first, other, year: year ?? short } : undefined,
  day_first: ({ first, other: of, year }) =>
    first && of && of <= 12 ? { day: "date", month: of, date: first, year } : undefined,
} satisfies Record<string, Build<DaySaid>>;

/** The year of a date, by that of the one it goes on to. */
export function yearBefore(from: DaySaid<"date">, to: DaySaid<"date">): number | undefined {
  const isYearBefore = from.month * 100 + from.date > to.month * 100 + to.date;
  return to.year === undefined ? undefined : to.year - Number(isYearBefore);
}
