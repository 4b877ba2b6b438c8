import type { Holiday } from "../grammar/facts.ts";
import { type Day, dayOf, easter, fieldsOf } from "./calendar.ts";
import { countedDay } from "./counted-days.ts";

const THANKSGIVING = { day: "nth", nth: 4, what: 4, month: 11 } as const;

function inYear(feast: Holiday, year: number): Day | undefined {
  if (feast === "thanksgiving") return countedDay({ ...THANKSGIVING, year }, 0);
  if ("easter" in feast) return easter(year) + feast.easter;
  return dayOf(year, feast.month, feast.date);
}

/** The feast of that year, else the next one, today included. */
export function holidayOn(feast: Holiday, today: Day, year?: number): Day | undefined {
  if (year !== undefined) return inYear(feast, year);
  const now = fieldsOf(today).year;
  return [now, now + 1]
    .map((each) => inYear(feast, each))
    .find((day) => day !== undefined && day >= today);
}
