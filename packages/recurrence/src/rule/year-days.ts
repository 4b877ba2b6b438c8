import { isLeap, modulo, monthLength, newYear, weekdayOf, yearLength } from "../zone/calendar.ts";
import { remember } from "../zone/remember.ts";
import type { Rule, WeekdayRule } from "./rule.ts";

/** The days of one year that a rule allows, counted from 0 for the first of January. */
export interface YearDays {
  /** In order. */
  readonly days: readonly number[];
  /** The first allowed day not before this one, by day of the year; none where `days` has no more. */
  readonly from: readonly (number | undefined)[];
  /** The same days, by month (0 to 11). */
  readonly months: readonly (readonly number[])[];
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

interface OneDay {
  readonly year: number;
  readonly month: number;
  readonly ofMonth: number;
  readonly ofYear: number;
  readonly weekday: number;
}

// Working out a year takes longer than all the rest of an answer, and people's rules are much alike.
const YEARS_KEPT = 512;
const known = new Map<string, YearDays>();

/** Which days of a year a rule allows. Years of the same shape are worked out once. */
export function yearDaysOf(rule: Rule): (year: number) => YearDays {
  const parts = keyOf(rule);
  const shapes = new Map<number, YearDays>();
  return (year) => {
    const shape = shapeOf(year);
    return remember(shapes, SHAPES, shape, () =>
      remember(known, YEARS_KEPT, `${shape} ${parts}`, () => readYear(year, dayFilter(rule))),
    );
  };
}

const SHAPES = 28;

/** All of a rule that says which days it allows. */
function keyOf(rule: Rule): string {
  const { BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, WKST } = rule;
  const weekStart = BYWEEKNO.length > 0 ? WKST : "";
  const weekdays = BYDAY.map(({ nth, weekday }) => `${nth}:${weekday}`);
  const lists = [BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, weekdays].map((list) => list.join());
  return `${ofWholeYear(rule)};${weekStart};${lists.join(";")}`;
}

/** Whether the second Monday is that of the year, not of a month. */
const ofWholeYear = (rule: Rule): boolean => rule.FREQ === "YEARLY" && rule.BYMONTH.length === 0;

/** Equal for years with the same calendar whose neighbours are as long: all that any part looks at. */
function shapeOf(year: number): number {
  const leaps = [year - 1, year, year + 1].findIndex((each) => isLeap(each));
  return weekdayOf(newYear(year)) * 4 + leaps + 1;
}

function readYear(year: number, allows: (day: OneDay) => boolean): YearDays {
  const firstWeekday = weekdayOf(newYear(year));
  const from = Array.from<number | undefined>({ length: yearLength(year) });
  const days: number[] = [];
  let ofYear = 0;
  const months = MONTHS.map((month) => {
    const before = days.length;
    for (let ofMonth = 1; ofMonth <= monthLength(year, month); ofMonth += 1, ofYear += 1)
      if (allows({ year, month, ofMonth, ofYear, weekday: (firstWeekday + ofYear) % 7 })) {
        from.fill(ofYear, (days.at(-1) ?? -1) + 1, ofYear + 1);
        days.push(ofYear);
      }
    return days.slice(before);
  });
  return { days, from, months };
}

function dayFilter(rule: Rule): (day: OneDay) => boolean {
  const ofYear = ofWholeYear(rule);
  const tests: ((day: OneDay) => boolean)[] = [];
  if (rule.BYMONTH.length > 0) tests.push(({ month }) => rule.BYMONTH.includes(month));
  if (rule.BYMONTHDAY.length > 0)
    tests.push(({ year, month, ofMonth }) =>
      counted(rule.BYMONTHDAY, ofMonth, monthLength(year, month)),
    );
  if (rule.BYYEARDAY.length > 0)
    tests.push((day) => counted(rule.BYYEARDAY, day.ofYear + 1, yearLength(day.year)));
  if (rule.BYWEEKNO.length > 0)
    tests.push((day) => {
      const week = weekOf(day.year, day.ofYear, rule.WKST);
      return counted(rule.BYWEEKNO, week.number, week.weeks);
    });
  if (rule.BYDAY.length > 0)
    tests.push((day) => rule.BYDAY.some((weekday) => isWeekday(weekday, day, ofYear)));
  return (day) => tests.every((test) => test(day));
}

/** Whether a list names this one of `length`, from the beginning or from the end. */
const counted = (list: readonly number[], number: number, length: number): boolean =>
  list.includes(number) || list.includes(number - length - 1);

function isWeekday({ weekday, nth }: WeekdayRule, day: OneDay, ofYear: boolean): boolean {
  if (weekday !== day.weekday) return false;
  if (nth === 0) return true;
  const before = ofYear ? day.ofYear : day.ofMonth - 1;
  const length = ofYear ? yearLength(day.year) : monthLength(day.year, day.month);
  const after = length - 1 - before;
  return nth === Math.floor(before / 7) + 1 || nth === -Math.floor(after / 7) - 1;
}

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
function weekOf(
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
