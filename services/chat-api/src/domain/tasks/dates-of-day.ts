import type { Repeat } from "@todo-mesh/contracts";
import { type Occurrence, occurrences, startOfDay } from "@todo-mesh/recurrence";

const DAY_MS = 86_400_000;
const MOST_IN_A_DAY = 1_000;

/** The day of a wall time. */
export const dayOf = ({ local }: { readonly local: string }): string => local.slice(0, 10);

/** The dates that the rule itself has on a day of its zone, before any is left out or added. */
export function datesOfDay({ rule, start, timezone, from }: Repeat, day: string): Occurrence[] {
  const begins = startOfDay(day, timezone);
  const found = occurrences(
    { rule, start, timezone, from },
    {
      after: new Date(begins.getTime() - 1_000),
      before: new Date(begins.getTime() + 2 * DAY_MS),
      count: MOST_IN_A_DAY,
    },
  );
  return "refused" in found ? [] : found.filter((each) => dayOf(each) === day);
}
