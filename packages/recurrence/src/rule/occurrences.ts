import type { Occurrence, Recurrence, Refusal, Zone } from "../types.ts";
import { offsetAt } from "../zone/offsets.ts";
import { writeWall } from "../zone/wall.ts";
import { instantsOf } from "./instants.ts";
import { type Budget, MOST_STEPS } from "./budget.ts";
import { readSeries, type Series } from "./series.ts";

const MOST_ANSWERS = 1_000;

/** What of a series is wanted: at most `count` (1 to 1 000) dates, strictly after `after` and strictly before `before`. */
export interface Asked {
  readonly after?: Date;
  readonly before?: Date;
  readonly count: number;
}

/**
 * The next dates of a series, in order, each instant once. Fewer than `count` means that there are no
 * more. A wall time in a gap moves forward by the gap, one in a fold happens the first time only.
 * The start counts only if the rule falls on it. Text never makes it throw: what is no series, or would
 * take too much work to answer (more than 50 000 steps, tens of milliseconds), is refused.
 */
export function occurrences(recurrence: Recurrence, asked: Asked): readonly Occurrence[] | Refusal {
  const { count } = asked;
  if (!Number.isInteger(count) || count < 1 || count > MOST_ANSWERS)
    throw new RangeError(`count must be a whole number from 1 to ${MOST_ANSWERS}`);
  const series = readSeries(recurrence);
  if ("refused" in series) return series;
  const budget = { left: MOST_STEPS };
  const instants = firstOf(series, asked, budget);
  if (instants.length < count && budget.left <= 0) return tooMuchWork(series);
  return instants.map((at) => occurrenceAt(at, series.zone));
}

function firstOf(series: Series, asked: Asked, budget: Budget): readonly number[] {
  const { after, before } = bounds(asked);
  const found: number[] = [];
  if (after >= before) return found;
  const wanted = (at: number): boolean => at > after && !series.leftOut.has(at);
  for (const at of instantsOf(series, { after, before }, budget)) {
    if (at >= before || budget.left <= 0) break;
    if (wanted(at) && found.push(at) === asked.count) break;
  }
  return found;
}

const FIRST_MOMENT = Date.UTC(-1, 0) / 1000;
const LAST_MOMENT = Date.UTC(10_000, 0) / 1000;

const bounds = (asked: Asked): { readonly after: number; readonly before: number } => ({
  after: Math.floor(secondsOf(asked.after, FIRST_MOMENT)),
  before: Math.ceil(secondsOf(asked.before, LAST_MOMENT)),
});

/** What lies far beyond the years 1 to 9999 lies at their ends. */
function secondsOf(date: Date | undefined, unasked: number): number {
  if (date === undefined) return unasked;
  if (Number.isNaN(date.getTime())) throw new RangeError("after and before must be valid dates");
  return Math.min(Math.max(date.getTime() / 1000, FIRST_MOMENT), LAST_MOMENT);
}

const occurrenceAt = (at: number, zone: Zone): Occurrence => ({
  at: new Date(at * 1000),
  local: writeWall(at + offsetAt(zone, at)),
});

function tooMuchWork({ plan }: Series): Refusal {
  if (plan.COUNT !== undefined)
    return { refused: "Too many dates lie before the ones asked for to count them", part: "COUNT" };
  return { refused: "This rule falls on so few dates that none was found", part: "INTERVAL" };
}
