/** Seconds of a day. */
export const DAY = 86_400;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** The remainder that has the sign of the divisor, so that days before 1970 count like those after. */
export const modulo = (value: number, divisor: number): number =>
  ((value % divisor) + divisor) % divisor;

export const isLeap = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const yearLength = (year: number): 365 | 366 => (isLeap(year) ? 366 : 365);

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days of the year that lie before the first of this month (1 to 13). */
const daysBefore = (month: number, leap: boolean): number =>
  (BEFORE_MONTH[month - 1] ?? 365) + (leap && month > 2 ? 1 : 0);

export const monthLength = (year: number, month: number): number =>
  daysBefore(month + 1, isLeap(year)) - daysBefore(month, isLeap(year));

/** Days from 1970-01-01 to the first of January of this year. */
export function newYear(year: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return past * 365 + leaps - 719_162;
}

/** Days from 1970-01-01 to this date. */
export const dayOf = (date: CalendarDate): number =>
  newYear(date.year) + daysBefore(date.month, isLeap(date.year)) + date.day - 1;

/** The year in which this day lies (days counted from 1970-01-01). */
export function yearOf(day: number): number {
  // 400 years are 146 097 days; the guess is at most one year off.
  const guess = 1970 + Math.floor((day * 400) / 146_097);
  if (day < newYear(guess)) return guess - 1;
  return day >= newYear(guess + 1) ? guess + 1 : guess;
}

/** The date of a day counted from 1970-01-01. */
export function dateOf(day: number): CalendarDate {
  const year = yearOf(day);
  const leap = isLeap(year);
  const ofYear = day - newYear(year);
  let month = Math.min(12, Math.floor(ofYear / 29) + 1);
  while (daysBefore(month, leap) > ofYear) month -= 1;
  return { year, month, day: ofYear - daysBefore(month, leap) + 1 };
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: number): number => modulo(day + 3, 7);
