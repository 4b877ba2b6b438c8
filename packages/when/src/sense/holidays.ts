import type { NamedHoliday, Holiday } from "../grammar/facts.ts";
import { type Day, dayOf, easter, fieldsOf } from "./calendar.ts";
import { countedDay } from "./counted-days.ts";

function inYear(holiday: Holiday, year: number): Day | undefined {
  if ("easter" in holiday) return easter(year) + holiday.easter;
  if ("date" in holiday) return dayOf(year, holiday.month, holiday.date);
  const { month, nth, weekday: what, plus = 0 } = holiday;
  const day = countedDay({ day: "nth", nth, what, month, year }, 0);
  return day === undefined ? undefined : day + plus;
}

/** The days that are called so in that country; more than one where nothing says which is meant. */
export function holidaysOf(holiday: NamedHoliday, country: string | undefined): readonly Holiday[] {
  if (!("in" in holiday)) return [holiday];
  const own = holiday.in[country ?? ""] ?? holiday.in[holiday.usual ?? ""];
  return own ? [own] : [...new Set(Object.values(holiday.in))];
}

/** The holiday of that year, else the next one, today included. */
export function holidayOn(holiday: Holiday, today: Day, year?: number): Day | undefined {
  if (year !== undefined) return inYear(holiday, year);
  const now = fieldsOf(today).year;
  return [now, now + 1]
    .map((each) => inYear(holiday, each))
    .find((day) => day !== undefined && day >= today);
}
