import { type Asked, type Occurrence, occurrences, type Recurrence } from "../../src/index.ts";

/** A series that starts on Monday 5 January 2026 at 09:00 in UTC unless it says otherwise. */
export const aSeries = (series: Partial<Recurrence>): Recurrence => ({
  rule: "FREQ=DAILY",
  start: "2026-01-05T09:00:00",
  timezone: "UTC",
  from: "schedule",
  ...series,
});

/** The dates of a series that must not be refused. */
export function datesOf(series: Partial<Recurrence>, asked: Asked): readonly Occurrence[] {
  const answer = occurrences(aSeries(series), asked);
  if ("refused" in answer) throw new Error(answer.refused);
  return answer;
}

/** The first wall times of a series. */
export const firstOf = (series: Partial<Recurrence>, count: number): string[] =>
  datesOf(series, { count }).map(({ local }) => local);
