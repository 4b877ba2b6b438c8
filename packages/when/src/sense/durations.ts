import type { Duration } from "../grammar/facts.ts";
import { addMonths, type Day } from "./calendar.ts";

/** A length of time by what the calendar and the clock each move. */
interface Spread {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 };
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };
const SECONDS: Readonly<Record<string, number>> = { hour: 3_600, minute: 60, second: 1 };

/** Half a month is 15 days, half a day 12 hours. */
export function spread(duration: Duration): Spread {
  const sum = (table: Readonly<Record<string, number>>): number =>
    duration.reduce((total, { count, unit }) => total + count * (table[unit] ?? 0), 0);
  const months = sum(MONTHS);
  const days = sum(DAYS) + (months % 1) * 30;
  const seconds = Math.round(sum(SECONDS) + (days % 1) * 86_400);
  return { months: Math.floor(months), days: Math.floor(days), seconds };
}

export function moveDay(day: Day, duration: Duration, sign: 1 | -1): Day {
  const { months, days } = spread(duration);
  return addMonths(day, sign * months) + sign * days;
}
