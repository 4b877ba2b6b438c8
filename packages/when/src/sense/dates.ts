import type { DaySaid } from "../grammar/facts.ts";
import { type Day, type DayFields, dayOf, fieldsOf, lastOfMonth, weekdayOf } from "./calendar.ts";
import { coming, type DaySense, one, type DayContext, several } from "./day-choices.ts";
import { edgeOfMonth } from "./edges.ts";

/** The first year from now on in which that date is there and not past. */
function nextDate(month: number, date: number, today: Day): Day | undefined {
  const { year } = fieldsOf(today);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = dayOf(year + ahead, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

export function dateSense(said: DaySaid<"date">, present: DayContext): DaySense | undefined {
  const { month, date, weekday } = said;
  const { today } = present;
  const year = yearOf(said, today);
  const day = year === undefined ? nextDate(month, date, today) : dayOf(year, month, date);
  if (day === undefined) return undefined;
  if (weekday === undefined || weekdayOf(day) === weekday) return one(day);
  return several([day, coming(weekday, present)], "which_day");
}

export function numericSense(
  { first, other, year, weekday }: DaySaid<"numeric">,
  present: DayContext,
) {
  const { dayFirst } = present;
  const read = (date: number, month: number): DaySense | undefined =>
    month > 12 ? undefined : dateSense({ day: "date", month, date, year }, present);
  const asDay = read(first, other);
  const asMonth = read(other, first);
  if (dayFirst !== undefined) return dayFirst ? (asDay ?? asMonth) : (asMonth ?? asDay);
  const days = [asDay, asMonth].flatMap((sense) => sense?.choices.map(({ day }) => day) ?? []);
  const named = days.filter((day) => weekday === undefined || weekdayOf(day) === weekday);
  const meant = [...new Set(named.length > 0 ? named : days)];
  return meant.length > 0 ? several(meant, "day_or_month") : undefined;
}

/** The dates of that number in this month and the next ones that have it. */
const datesFrom = (today: Day, date: number): readonly Day[] => {
  const { year, month } = fieldsOf(today);
  return Array.from({ length: 40 }, (_, ahead) =>
    date === -1 ? lastOfMonth(year, month + ahead) : dayOf(year, month + ahead, date),
  ).filter((day): day is Day => day !== undefined && day >= today);
};

/** The 3rd: of this month, else of the next that has one. */
export function ofMonthSense(
  said: DaySaid<"of_month">,
  { today }: DayContext,
): DaySense | undefined {
  const { dates, months, weekday } = said;
  const [date = 1, ...others] = dates;
  if (others.length > 0) return undefined;
  if (months !== undefined) return one(inMonth(fieldsOf(today), date, months));
  const fits = (day: Day): boolean => weekday === undefined || weekdayOf(day) === weekday;
  const [day, later] = datesFrom(today, date).filter(fits);
  return one(day, later);
}

/** The last day of a month that is shorter. */
const inMonth = ({ year, month }: DayFields, date: number, months: number): Day =>
  (date > 0 ? dayOf(year, month + months, date) : undefined) ?? lastOfMonth(year, month + months);

// Nobody who says "Friday 7" means one that is more than two months ahead.
const SOON = 62;

export function weekdayDateSense(said: DaySaid<"weekday_date">, present: DayContext) {
  const { weekday, date, far } = said;
  const { today } = present;
  const dates = datesFrom(today, date);
  const day = dates.find((each) => weekdayOf(each) === weekday);
  if (day !== undefined && day <= today + SOON) return one(day);
  const [next] = dates;
  if (far === "nothing" || next === undefined) return undefined;
  return several([coming(weekday, present), next], "which_day");
}

/** Some time in a year: its first day, or in that year itself its last. One that is over is none. */
export function yearSense(year: number, today: Day): DaySense | undefined {
  const now = fieldsOf(today).year;
  if (year < now) return undefined;
  return one(year === now ? dayOf(year, 12, 31) : dayOf(year, 1, 1));
}

const yearOf = (
  { year, years }: { readonly year?: number | undefined; readonly years?: number | undefined },
  today: Day,
): number | undefined => (years === undefined ? year : fieldsOf(today).year + years);

export function monthSense(said: DaySaid<"month">, today: Day): DaySense | undefined {
  const { month, edge, bare } = said;
  const year = yearOf(said, today);
  const day = year === undefined ? comingMonth(said, today) : edgeOfMonth(year, month, edge);
  return bare && day < today ? undefined : one(day);
}

/** In that month itself it is its last day. */
function comingMonth({ month, edge, shift }: DaySaid<"month">, today: Day): Day {
  const now = fieldsOf(today);
  const isPast = shift === undefined ? month < now.month : month <= now.month && shift > 0;
  const isThis = month === now.month && !isPast;
  return edgeOfMonth(now.year + Number(isPast), month, isThis ? "end" : edge);
}
