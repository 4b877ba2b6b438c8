import type { Countable, DaySaid } from "../grammar/facts.ts";
import { type Day, fieldsOf, dayOf, lastOfMonth, weekdayOf } from "./calendar.ts";

const counts = (what: Countable, day: Day): boolean => {
  if (what === "day") return true;
  const weekday = weekdayOf(day);
  return what === "workday" ? weekday <= 5 : weekday === what;
};

/** The third Friday, the last working day; undefined where a month has no fifth. */
function nthOfMonth(said: DaySaid<"nth">, year: number, month: number): Day | undefined {
  const first = dayOf(year, month, 1) ?? 0;
  const length = lastOfMonth(year, month) - first + 1;
  const days = Array.from({ length }, (_, n) => first + n).filter((day) => counts(said.what, day));
  return said.nth > 0 ? days[said.nth - 1] : days.at(said.nth);
}

/** With no year or month said, the first such day that is not past. */
export function countedDay(said: DaySaid<"nth">, today: Day): Day | undefined {
  const now = fieldsOf(today);
  const { month, year, months } = said;
  if (months !== undefined) return nthOfMonth(said, now.year, now.month + months);
  if (month !== undefined && year !== undefined) return nthOfMonth(said, year, month);
  for (let ahead = 0; ahead <= 12; ahead += 1) {
    const day =
      month === undefined
        ? nthOfMonth(said, now.year, now.month + ahead)
        : nthOfMonth(said, now.year + ahead, month);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

const MOST_WORKDAYS = 10_000;

/** So many working days on, or back. */
export function movedWorkdays(from: Day, count: number): Day {
  const step = Math.sign(count);
  let day = from;
  for (let left = Math.min(Math.abs(count), MOST_WORKDAYS); left > 0;) {
    day += step;
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}
