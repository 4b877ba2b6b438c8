import { afterCompletion } from "../rule/completion.ts";
import { lastOccurrence } from "../rule/last.ts";
import { type Asked, occurrences } from "../rule/occurrences.ts";
import type { Occurrence, Recurrence } from "../types.ts";
import { isInRange } from "../zone/range.ts";
import { isDay } from "../zone/wall.ts";
import { startOfDay, toLocal } from "../zone/zone.ts";
import { type Due, instantOf, originalInstantOf } from "./due.ts";
import { wholeDay } from "./resolve.ts";

/** A series whose dates are due. */
export interface DueSeries extends Recurrence {
  /** Its dates are by the clock wherever the person is. */
  readonly floating?: true | undefined;
}

/** A series once one of its dates was done: as it goes on from there, and when it is due again. */
export interface Rolled<Series extends DueSeries> {
  readonly repeat: Series;
  readonly due: Due;
}

const FIRST_LOOK = 4;
const MOST_AT_ONCE = 1_000;

/** Whether a series falls on days, without a time. */
export const isOfWholeDays = ({ start }: DueSeries): boolean => isDay(start);

/** A date of a series as something is due on it: its whole day, or its time. */
export function dueOn(series: DueSeries, { at, local }: Occurrence): Due {
  const { timezone, floating } = series;
  const day = isOfWholeDays(series) ? wholeDay(local.slice(0, 10), timezone) : undefined;
  if (day?.kind === "due") return day.due;
  return { local, timezone, at: at.toISOString(), ...(floating && { floating }) };
}

/** After which the dates of a series are that are not before now; of whole days, today is one. */
export function justBefore(series: DueSeries, now: Date): Date {
  const first = isOfWholeDays(series)
    ? startOfDay(toLocal(now, series.timezone), series.timezone)
    : now;
  // Dates come on whole seconds, and "after" is strict.
  return new Date((Math.ceil(first.getTime() / 1_000) - 1) * 1_000);
}

/** The dates of a series after that moment, in order. */
export function* datesAfter(series: DueSeries, moment: Date): Generator<Due, void, undefined> {
  let after = moment;
  for (let count = FIRST_LOOK; ; count = MOST_AT_ONCE) {
    const dates = datesOf(series, { after, count });
    for (const date of dates) yield dueOn(series, date);
    const last = dates.at(-1);
    if (!last || dates.length < count) return;
    after = last.at;
  }
}

/** The date of a series that has its place there, if it has one. */
export function dateAt(series: DueSeries, place: Date): Due | undefined {
  const [next] = datesOf(series, { after: new Date(place.getTime() - 1_000), count: 1 });
  const date = next && dueOn(series, next);
  return date && instantOf(date).getTime() === place.getTime() ? date : undefined;
}

/** The last date of a series after `from` and not after `until`. */
export function lastDateWithin(series: DueSeries, from: Date, until: Date): Due | undefined {
  const before = new Date(until.getTime() + 1);
  const last = lastOccurrence(series, { after: from, before });
  return last && isInRange(last.at) ? dueOn(series, last) : undefined;
}

/**
 * Where a series goes when its date was done: by schedule to the next date after both now and the one that is due,
 * wherever that was moved; "from completion" to the one counted from now. Undefined when the series is at its end.
 */
export function rollForward<Series extends DueSeries>(
  repeat: Series,
  due: Due | undefined,
  now: Date,
): Rolled<Series> | undefined {
  if (repeat.from === "completion") return rollFromCompletion(repeat, now);
  const after = new Date(Math.max(now.getTime(), due ? originalInstantOf(due).getTime() : 0));
  const [next] = datesOf(repeat, { after, count: 1 });
  return next && { repeat, due: dueOn(repeat, next) };
}

function rollFromCompletion<Series extends DueSeries>(
  repeat: Series,
  now: Date,
): Rolled<Series> | undefined {
  const continued = afterCompletion(repeat, now);
  if (!continued || "refused" in continued) return undefined;
  const { next, recurrence } = continued;
  if (!isInRange(next.at)) return undefined;
  const { rule, start } = recurrence;
  return { repeat: { ...repeat, rule, start }, due: dueOn(repeat, next) };
}

// What cannot be followed, or takes too long to, has no dates: a rule is looked at for its first ones before it is taken.
function datesOf(series: DueSeries, asked: Asked): readonly Occurrence[] {
  const dates = occurrences(series, asked);
  return "refused" in dates ? [] : dates.filter(({ at }) => isInRange(at));
}
