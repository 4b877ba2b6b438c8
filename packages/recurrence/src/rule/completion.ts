import type { Occurrence, Recurrence, Refusal } from "../types.ts";
import { dateOf, DAY } from "../zone/calendar.ts";
import { isDay, readWall, writeWall } from "../zone/wall.ts";
import { toInstant, toLocal } from "../zone/zone.ts";
import { occurrences } from "./occurrences.ts";
import { parseRule } from "./parse.ts";
import type { Plan } from "./plan.ts";
import { BY_PARTS, countsInDays, type Rule } from "./rule.ts";
import { readSeries } from "./series.ts";

/** What comes after a completion: the next date, and the series as it is kept from then on. */
export interface Continued {
  readonly next: Occurrence;
  readonly recurrence: Recurrence;
}

/**
 * The next date of a series "from completion" when its last one was done at `completedAt`, and the series
 * that goes on from there, one COUNT shorter. Days, weeks, months and years are counted from the day of the
 * completion and keep the time of day of the start; hours, minutes and seconds from the moment itself.
 * "A month later" is the last day of a shorter month. Undefined when the series is at its end.
 */
export function afterCompletion(
  recurrence: Recurrence,
  completedAt: Date,
): Continued | Refusal | undefined {
  const series = readSeries(recurrence);
  if ("refused" in series) return series;
  const { plan, zone } = series;
  const done = readWall(toLocal(completedAt, zone)) ?? 0;
  const wall = countsInDays(plan.FREQ) ? atTimeOf(plan.start, done) : done;
  const start = writeWall(wall);
  const after = Math.max(completedAt.getTime(), toInstant(start, zone).getTime());
  const rule = withoutCount(recurrence.rule) + lastDayAtMost(recurrence, wall);
  const found = occurrences({ ...recurrence, start, rule }, { after: new Date(after), count: 1 });
  return "refused" in found ? found : goOn(recurrence, plan, found[0]);
}

const atTimeOf = (start: number, day: number): number =>
  Math.floor(day / DAY) * DAY + (start - Math.floor(start / DAY) * DAY);

const COUNT = /;COUNT=\d+|COUNT=\d+;/i;
const withoutCount = (rule: string): string => rule.replace(COUNT, "").replace(/;$/, "");

function goOn(recurrence: Recurrence, plan: Plan, next?: Occurrence): Continued | undefined {
  if (next === undefined || plan.COUNT === 1) return undefined;
  const wall = readWall(next.local) ?? 0;
  const goesOnAt = writeWall(countsInDays(plan.FREQ) ? atTimeOf(plan.start, wall) : wall);
  const start = isDay(recurrence.start) ? goesOnAt.slice(0, 10) : goesOnAt;
  const left = plan.COUNT === undefined ? "" : `;COUNT=${plan.COUNT - 1}`;
  return { next, recurrence: { ...recurrence, start, rule: withoutCount(recurrence.rule) + left } };
}

/** What makes "a month later" than the 31st the last day of a month that is shorter. */
function lastDayAtMost(recurrence: Recurrence, wall: number): string {
  const rule = parseRule(recurrence.rule);
  const { month, day } = dateOf(Math.floor(wall / DAY));
  if ("refused" in rule || day <= 28 || !saysNothing(rule)) return "";
  const days = [28, 29, 30, 31].filter((each) => each <= day).join();
  return `;BYMONTHDAY=${days};BYSETPOS=-1${rule.FREQ === "YEARLY" ? `;BYMONTH=${month}` : ""}`;
}

/** Whether a rule is a bare "every so many months" or years: all but its length is as in its start. */
const saysNothing = (rule: Rule): boolean =>
  (rule.FREQ === "MONTHLY" || rule.FREQ === "YEARLY") &&
  BY_PARTS.every((part) => rule[part].length === 0);
