import { dateOf, DAY, modulo, newYear, yearOf } from "../zone/calendar.ts";
import { limitsOf } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { lengthOf } from "./rule.ts";
import { type YearDays, yearDaysOf } from "./year-days.ts";

export const LAST_YEAR = 9999;

/**
 * How a rule cuts time: period after period (a year, a week, an hour, …), numbered without a hole.
 * All times are seconds on the wall clock.
 */
export interface Periods {
  /** The number of the period in which a time lies. */
  numberOf(wall: number): number;
  /** The first period from this one on that may hold a date: itself if it does. Undefined: there never is one. */
  allowedFrom(period: number): number | undefined;
  /** The beginnings of the period's days (or of the period itself, if that is shorter than a day). */
  baseOf(period: number): readonly number[];
  /** Periods until the calendar, which repeats every 400 years, is as it was. */
  readonly cycle: number;
}

const YEARS = 400;
const CYCLE_DAYS = 146_097;

type FirstAllowed = (day: number) => number | undefined;

/** Finds the first allowed day not before another (days since 1970); undefined if there is none in 400 years. */
function firstAllowedBy(daysOf: (year: number) => YearDays): FirstAllowed {
  const laterThan = (year: number): number | undefined => {
    for (let next = year + 1; next <= year + YEARS; next += 1) {
      const found = daysOf(next).days[0];
      if (found !== undefined) return newYear(next) + found;
    }
    return undefined;
  };
  // Searches go from day to day: the year last looked into is nearly always the one asked for next.
  let year = 0;
  let begin = Infinity;
  let from: YearDays["from"] = [];
  return (day) => {
    if (day < begin || day >= begin + from.length) {
      year = yearOf(day);
      begin = newYear(year);
      from = daysOf(year).from;
    }
    const here = from[day - begin];
    return here === undefined ? laterThan(year) : begin + here;
  };
}

function yearly(daysOf: (year: number) => YearDays): Periods {
  return {
    numberOf: (wall) => yearOf(Math.floor(wall / DAY)),
    allowedFrom: (year) => (daysOf(year).days.length > 0 ? year : year + 1),
    baseOf: (year) => daysOf(year).days.map((day) => (newYear(year) + day) * DAY),
    cycle: YEARS,
  };
}

function monthly(daysOf: (year: number) => YearDays): Periods {
  const allowed = (month: number): readonly number[] =>
    daysOf(Math.floor(month / 12)).months[modulo(month, 12)] ?? [];
  return {
    numberOf: (wall) => {
      const { year, month } = dateOf(Math.floor(wall / DAY));
      return year * 12 + month - 1;
    },
    allowedFrom: (month) => (allowed(month).length > 0 ? month : month + 1),
    baseOf: (month) => {
      const first = newYear(Math.floor(month / 12));
      return allowed(month).map((day) => (first + day) * DAY);
    },
    cycle: YEARS * 12,
  };
}

function weekly(firstAllowed: FirstAllowed, weekStart: number): Periods {
  // 1970-01-01 was a Thursday: the week that holds it begins 3 days before, if weeks begin on Monday.
  const shift = 3 - weekStart;
  const firstDay = (week: number): number => week * 7 - shift;
  const weekOf = (day: number): number => Math.floor((day + shift) / 7);
  return {
    numberOf: (wall) => weekOf(Math.floor(wall / DAY)),
    allowedFrom: (week) => {
      const day = firstAllowed(firstDay(week));
      return day === undefined ? undefined : weekOf(day);
    },
    baseOf: (week) => {
      const days: number[] = [];
      for (let day = firstDay(week); day < firstDay(week + 1); day += 1)
        if (firstAllowed(day) === day) days.push(day * DAY);
      return days;
    },
    cycle: CYCLE_DAYS / 7,
  };
}

/** Days, hours, minutes and seconds: periods of one length, with those parts of the rule that skip some of them. */
function even(firstAllowed: FirstAllowed, plan: Plan, length: number): Periods {
  const perDay = DAY / length;
  const limits = limitsOf(plan, length);
  return {
    numberOf: (wall) => Math.floor(wall / length),
    allowedFrom: (period) => {
      const today = Math.floor(period / perDay);
      const day = firstAllowed(today);
      if (day === undefined) return undefined;
      if (day > today) return day * perDay;
      let time = period * length - today * DAY;
      for (const limit of limits) time = limit(time);
      return (today * DAY + time) / length;
    },
    baseOf: (period) => [period * length],
    cycle: CYCLE_DAYS * perDay,
  };
}

export function periodsOf(plan: Plan): Periods {
  const daysOf = yearDaysOf(plan);
  if (plan.FREQ === "YEARLY") return yearly(daysOf);
  if (plan.FREQ === "MONTHLY") return monthly(daysOf);
  if (plan.FREQ === "WEEKLY") return weekly(firstAllowedBy(daysOf), plan.WKST);
  return even(firstAllowedBy(daysOf), plan, lengthOf(plan.FREQ) ?? 1);
}
