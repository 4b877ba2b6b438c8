import { type Occurrence, occurrences, type Recurrence } from "@todo-mesh/recurrence";

/** The next dates of a series; none where there is no such series. */
export function datesOf(series: Recurrence, after: Date, count: number): readonly Occurrence[] {
  const dates = occurrences(series, { after, count });
  return "refused" in dates ? [] : dates;
}
