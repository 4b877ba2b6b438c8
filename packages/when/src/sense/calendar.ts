import { calendar } from "@todo-mesh/recurrence";

/** A day as a count from 1970-01-01, so that days can be added and compared. */
export type Day = number;

const LAST_DAY: Day = calendar.newYear(10_000) - 1;
const FIRST_DAY: Day = calendar.newYear(1);

export interface DayFields {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** Months beyond 12 run into the next years; a date the month lacks is undefined. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const ofYear = calendar.modulo(month - 1, 12) + 1;
  const inYear = year + Math.floor((month - 1) / 12);
  if (date < 1 || date > calendar.monthLength(inYear, ofYear)) return undefined;
  return calendar.dayOf({ year: inYear, month: ofYear, day: date });
}

export const isInRange = (day: Day): boolean => day >= FIRST_DAY && day <= LAST_DAY;

export function fieldsOf(day: Day): DayFields {
  const { year, month, day: date } = calendar.dateOf(day);
  return { year, month, date };
}

/** Monday is 1. */
export const weekdayOf = (day: Day): number => calendar.weekdayOf(day) + 1;

export const lastOfMonth = (year: number, month: number): Day =>
  // The day before the first of the month that follows, which every calendar has.
  (dayOf(year, month + 1, 1) ?? 0) - 1;

/** Months later, on the same date or the last of the month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = fieldsOf(day);
  return dayOf(year, month + months, date) ?? lastOfMonth(year, month + months);
}

/** The day of an ISO 8601 week date; the first week is that of 4 January. */
export function isoWeekDay(year: number, week: number, weekday: number): Omit<DayFields, never> {
  const fourth = dayOf(year, 1, 4) ?? 0;
  return fieldsOf(fourth - weekdayOf(fourth) + 7 * (week - 1) + weekday);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `2026-12-03` */
export function isoDay(day: Day): string {
  const { year, month, date } = fieldsOf(day);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

/** Easter Sunday of the western churches (the anonymous Gregorian computus). */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * shift + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? 0;
}
