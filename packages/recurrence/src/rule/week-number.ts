import { isLeap, modulo, newYear, weekdayOf, yearLength } from "../zone/calendar.ts";

const sinceWeekStart = (day: number, weekStart: number): number =>
  modulo(weekdayOf(day) - weekStart, 7);

/** The weeks of a year: a week belongs to the year in which most of its days lie. */
function weeksOf(year: number, weekStart: number): number {
  const first = sinceWeekStart(newYear(year), weekStart);
  return first === 3 || (first === 2 && isLeap(year)) ? 53 : 52;
}

/**
 * The number of the week in which a day of the year (0 is the first of January) lies, and how many
 * weeks the year has to which that week belongs: at the edges it may be the year before or after.
 */
export function weekOf(
  year: number,
  ofYear: number,
  weekStart: number,
): { readonly number: number; readonly weeks: number } {
  const middle = ofYear - sinceWeekStart(newYear(year) + ofYear, weekStart) + 3;
  if (middle >= yearLength(year)) return { number: 1, weeks: weeksOf(year + 1, weekStart) };
  if (middle >= 0) return { number: Math.floor(middle / 7) + 1, weeks: weeksOf(year, weekStart) };
  const weeks = weeksOf(year - 1, weekStart);
  return { number: weeks, weeks };
}
