import type { Due, Repeat } from "@todo-mesh/contracts";
import { fits, isSameRing, type Offset, type Ring, ringOn, type Rings } from "./ring.ts";
import { dateAt, datesAfter, isOfWholeDays, lastDateWithin, placeOf } from "./series.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A fixed series from its due time on. That may have been moved by hand: the dates after it follow the rule. */
export interface Series {
  readonly due: Due;
  readonly repeat: Repeat;
}

/** When a reminder rings for the dates of a series, in their order; one that is not after the one before does not ring. */
export function ringsOfSeries(series: Series, offset: Offset): Rings {
  const { due } = series;
  const first = ringOn(due, offset);
  const ringsFrom = (place: Date) => ringsFromPlace(series, offset, place);
  const after = (ring: Ring) =>
    firstOf(ringsFrom(justAfter(placeOf(ring.date ?? due))), ({ at }) => at > ring.at);

  return {
    goesOn: true,
    first,
    from: (moment, place) =>
      firstOf(ringsFrom(later(place, earliestFor(offset, moment))), ({ at }) => at >= moment),
    after,
    lastAfter: (ring, until) => {
      const last = lastUntil(series, offset, until);
      return last && last.at > ring.at ? last : undefined;
    },
    same: (ring) => {
      const date = ring.date && dateOf(series, placeOf(ring.date));
      const same = date && ringOn(date, offset);
      return same && isSameRing(same, ring) ? same : undefined;
    },
  };
}

function dateOf({ due, repeat }: Series, place: Date): Due | undefined {
  if (place.getTime() === placeOf(due).getTime()) return due;
  return place > placeOf(due) ? dateAt(repeat, place) : undefined;
}

function* ringsFromPlace({ due, repeat }: Series, offset: Offset, place: Date): Generator<Ring> {
  const first = placeOf(due) >= place ? ringOn(due, offset) : undefined;
  if (first) yield first;
  if (!fits(offset, !isOfWholeDays(repeat))) return;
  const begin = later(placeOf(due), new Date(place.getTime() - 1));
  for (const date of datesAfter(repeat, begin)) {
    const ring = ringOn(date, offset);
    if (ring) yield ring;
  }
}

// Calendar days are counted in whole days and a clock time: that is what they may differ by, a change of the date line included.
const marginOf = (offset: Offset): number => ("minutes" in offset ? 0 : 3 * DAY_MS);

const lengthOf = (offset: Offset): number =>
  "minutes" in offset ? offset.minutes * MINUTE_MS : offset.days * DAY_MS;

/** No date before this place rings at that moment or later. */
const earliestFor = (offset: Offset, moment: Date): Date =>
  new Date(moment.getTime() - lengthOf(offset) - marginOf(offset));

function lastUntil(series: Series, offset: Offset, until: Date): Ring | undefined {
  const earliest = earliestFor(offset, until);
  const latest = new Date(earliest.getTime() + 2 * marginOf(offset));
  let last: Ring | undefined;
  for (const ring of ringsFromPlace(series, offset, earliest)) {
    if (placeOf(ring.date ?? series.due) > latest) break;
    if (ring.at <= until) last = ring;
  }
  return last ?? lastBefore(series, offset, earliest);
}

function lastBefore({ due, repeat }: Series, offset: Offset, place: Date): Ring | undefined {
  const date = fits(offset, !isOfWholeDays(repeat))
    ? lastDateWithin(repeat, placeOf(due), place)
    : undefined;
  if (date) return ringOn(date, offset);
  return placeOf(due) <= place ? ringOn(due, offset) : undefined;
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
const justAfter = (place: Date): Date => new Date(place.getTime() + 1);

const MOST_LOOKED_AT = 20_000;

function firstOf(rings: Iterable<Ring>, isWanted: (ring: Ring) => boolean): Ring | undefined {
  let looked = 0;
  for (const ring of rings) {
    if (isWanted(ring)) return ring;
    if ((looked += 1) === MOST_LOOKED_AT) return undefined;
  }
  return undefined;
}
