import type { Feast, Holiday } from "../grammar/facts.ts";
import { type Day, dayOf, easter, fieldsOf } from "./calendar.ts";
import { countedDay } from "./counted-days.ts";

function inYear(feast: Holiday, year: number): Day | undefined {
  if ("easter" in feast) return easter(year) + feast.easter;
  if ("date" in feast) return dayOf(year, feast.month, feast.date);
  const { month, nth, weekday: what, plus = 0 } = feast;
  const day = countedDay({ day: "nth", nth, what, month, year }, 0);
  return day === undefined ? undefined : day + plus;
}

/** The days that are called so in that country; more than one where nothing says which is meant. */
export function holidaysOf(feast: Feast, country: string | undefined): readonly Holiday[] {
  if (!("in" in feast)) return [feast];
  const own = feast.in[country ?? ""] ?? feast.in[feast.usual ?? ""];
  return own ? [own] : [...new Set(Object.values(feast.in))];
}

/** The feast of that year, else the next one, today included. */
export function holidayOn(feast: Holiday, today: Day, year?: number): Day | undefined {
  if (year !== undefined) return inYear(feast, year);
  const now = fieldsOf(today).year;
  return [now, now + 1]
    .map((each) => inYear(feast, each))
    .find((day) => day !== undefined && day >= today);
}
