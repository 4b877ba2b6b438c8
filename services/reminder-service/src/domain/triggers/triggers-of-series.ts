import type { Due, Repeat } from "@todo-mesh/contracts";
import {
  canCountFrom,
  dateAt,
  datesAfter,
  instantOf,
  isOfWholeDays,
  lastDateWithin,
  type Offset,
  originalInstantOf,
} from "@todo-mesh/recurrence";
import { isSameTrigger, type Trigger, triggerOn, type Triggers } from "./trigger.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * A fixed series from its due time on. That may have been moved by hand, and is the same date still: those after it
 * are where the rule has them, be it before the moved one.
 */
export interface Series {
  readonly due: Due;
  readonly repeat: Repeat;
}

/** A series that goes on by its schedule, done or not. One counted from its completion is planned by the news of that. */
export const fixedSeries = (repeat: Repeat | undefined): Repeat | undefined =>
  repeat?.from === "schedule" ? repeat : undefined;

/** When a reminder rings for the dates of a series, in the order of time; of two at one moment one rings. */
export function triggersOfSeries(series: Series, offset: Offset): Triggers {
  const first = triggerOn(series.due, offset);
  const begin = originalInstantOf(series.due);
  // It may be asked for by its time alone, once its rule was taken away.
  const isFrom = (place: Date) => begin >= place || isAtPlace(series.due, place);
  const byRule = (occurrence: Date, isWanted: (trigger: Trigger) => boolean) =>
    firstOf(triggersByRule(series, offset, occurrence), isWanted);

  return {
    goesOn: true,
    first,
    from: (moment, occurrence) =>
      earlier(
        first && isFrom(occurrence) && first.at >= moment ? first : undefined,
        byRule(later(occurrence, earliestFor(offset, moment)), ({ at }) => at >= moment),
      ),
    after: (trigger) =>
      earlier(
        first && first.at > trigger.at ? first : undefined,
        byRule(nextTo(series, offset, trigger), ({ at }) => at > trigger.at),
      ),
    lastAfter: (trigger, until) => {
      const own = first && first.at <= until ? first : undefined;
      const last = latest(own, lastByRule(series, offset, until));
      return last && last.at > trigger.at ? last : undefined;
    },
    same: (trigger) => {
      const date = trigger.date && dateOf(series, originalInstantOf(trigger.date));
      const same = [date && triggerOn(date, offset), first];
      return same.find((each) => each && isSameTrigger(each, trigger));
    },
  };
}

function dateOf({ due, repeat }: Series, occurrence: Date): Due | undefined {
  const begin = originalInstantOf(due);
  if (occurrence.getTime() === begin.getTime()) return due;
  return occurrence > begin ? dateAt(repeat, occurrence) : undefined;
}

const isAtPlace = (due: Due, place: Date): boolean => instantOf(due).getTime() === place.getTime();

/** From which date on the rule has a ring after this one. */
function nextTo({ due }: Series, offset: Offset, { date, at }: Trigger): Date {
  const occurrence = originalInstantOf(date ?? due);
  // One that was moved by hand may ring after dates that follow it.
  return date && occurrence.getTime() !== instantOf(date).getTime()
    ? later(justAfter(occurrence), earliestFor(offset, at))
    : justAfter(occurrence);
}

const fits = (offset: Offset, repeat: Repeat): boolean =>
  canCountFrom(isOfWholeDays(repeat) ? "day" : "time", offset);

/** The rings for the dates after the due time's own, from that date on. */
function* triggersByRule(series: Series, offset: Offset, occurrence: Date): Generator<Trigger> {
  const { due, repeat } = series;
  if (!fits(offset, repeat)) return;
  const begin = later(originalInstantOf(due), new Date(occurrence.getTime() - 1));
  for (const date of datesAfter(repeat, begin)) {
    const trigger = triggerOn(date, offset);
    if (trigger) yield trigger;
  }
}

// Calendar days are counted in whole days and a clock time: that is what they may differ by, a change of the date line included.
const marginOf = (offset: Offset): number => ("minutes" in offset ? 0 : 3 * DAY_MS);

const lengthOf = (offset: Offset): number =>
  "minutes" in offset ? offset.minutes * MINUTE_MS : offset.days * DAY_MS;

/** No date before this place rings at that moment or later. */
const earliestFor = (offset: Offset, moment: Date): Date =>
  new Date(moment.getTime() - lengthOf(offset) - marginOf(offset));

function lastByRule(series: Series, offset: Offset, until: Date): Trigger | undefined {
  const earliest = earliestFor(offset, until);
  const last = new Date(earliest.getTime() + 2 * marginOf(offset));
  let found: Trigger | undefined;
  for (const trigger of triggersByRule(series, offset, earliest)) {
    if (instantOf(trigger.date ?? series.due) > last) break;
    if (trigger.at <= until) found = trigger;
  }
  return found ?? lastBefore(series, offset, earliest);
}

function lastBefore({ due, repeat }: Series, offset: Offset, place: Date): Trigger | undefined {
  if (!fits(offset, repeat)) return undefined;
  const date = lastDateWithin(repeat, originalInstantOf(due), place);
  return date && triggerOn(date, offset);
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
const justAfter = (place: Date): Date => new Date(place.getTime() + 1);

const earlier = (one: Trigger | undefined, other: Trigger | undefined): Trigger | undefined =>
  one && (!other || one.at <= other.at) ? one : other;
const latest = (one: Trigger | undefined, other: Trigger | undefined): Trigger | undefined =>
  one && (!other || one.at > other.at) ? one : other;

const MOST_LOOKED_AT = 20_000;

function firstOf(
  rings: Iterable<Trigger>,
  isWanted: (trigger: Trigger) => boolean,
): Trigger | undefined {
  let looked = 0;
  for (const trigger of rings) {
    if (isWanted(trigger)) return trigger;
    if ((looked += 1) === MOST_LOOKED_AT) return undefined;
  }
  return undefined;
}
