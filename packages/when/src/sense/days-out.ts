import type { Recurrence } from "@todo-mesh/recurrence";
import type { Clock, Facts } from "../grammar/facts.ts";
import type { Doubt } from "../meaning.ts";
import type { Day } from "./calendar.ts";
import { senseOfDay } from "./days.ts";
import type { SenseContext } from "./moments.ts";
import { wallAt, wallText } from "./zoned-clocks.ts";
import { secondsOf } from "./starts.ts";

const MOST_MEANINGS = 6;

/** The days on which a series is not to come: a list for each thing that may be meant, none where there is no such day. */
export function daysOutOf(
  { daysOut = [] }: Facts,
  { present }: SenseContext,
  doubts: Set<Doubt>,
): readonly (readonly Day[])[] {
  let lists: readonly (readonly Day[])[] = [[]];
  for (const said of daysOut) {
    const { choices = [], doubt } = senseOfDay(said, present) ?? {};
    if (doubt) doubts.add(doubt);
    lists = choices
      .flatMap(({ day }) => lists.map((list) => [...list, day]))
      .slice(0, MOST_MEANINGS);
  }
  return lists;
}

/** "Every Friday except 25 December", at each of its times of the day. */
export function withoutDays(
  series: Recurrence,
  days: readonly Day[],
  clocks: readonly Clock[],
): Recurrence {
  if (days.length === 0) return series;
  const times = clocks.length > 1 ? clocks.map(secondsOf) : [wallAt(series.start).seconds];
  const exdates = days.flatMap((day) => times.map((seconds) => wallText({ day, seconds })));
  return { ...series, exdates: [...new Set(exdates)].toSorted() };
}
