import { countsInDays } from "./rule.ts";
import type { Plan } from "./plan.ts";

/** The wall times (in seconds) of one period, in order. */
export interface Content {
  readonly size: number;
  at(index: number): number;
}

/** What of a period happens: each of its bases at each time the rule names, or those that BYSETPOS picks. */
export function contentFrom(plan: Plan): (bases: readonly number[]) => Content {
  const times = timesOf(plan);
  const picked = new Map<number, readonly number[]>();
  const nthOf = (bases: readonly number[], nth: number): number =>
    (bases[Math.floor(nth / times.size)] ?? 0) + times.at(nth % times.size);

  return (bases) => {
    const all = bases.length * times.size;
    if (plan.BYSETPOS.length === 0) return { size: all, at: (index) => nthOf(bases, index) };
    const picks = picked.get(all) ?? pick(plan.BYSETPOS, all);
    picked.set(all, picks);
    return { size: picks.length, at: (index) => nthOf(bases, picks[index] ?? 0) };
  };
}

const NONE = [0];

/** Seconds after the beginning of a base, for each time within it that the rule names; worked out when asked for, as a day may hold 86 400. */
function timesOf(plan: Plan): Content {
  const hours = countsInDays(plan.FREQ) ? plan.BYHOUR : NONE;
  const minutes = countsInDays(plan.FREQ) || plan.FREQ === "HOURLY" ? plan.BYMINUTE : NONE;
  const seconds = plan.FREQ === "SECONDLY" ? NONE : plan.BYSECOND;
  const perHour = minutes.length * seconds.length;
  return {
    size: hours.length * perHour,
    at: (index) =>
      (hours[Math.floor(index / perHour)] ?? 0) * 3600 +
      (minutes[Math.floor(index / seconds.length) % minutes.length] ?? 0) * 60 +
      (seconds[index % seconds.length] ?? 0),
  };
}

/** The places (from 0) that a list like `1,-1` picks of so many. */
function pick(positions: readonly number[], all: number): readonly number[] {
  const places = positions
    .map((position) => (position > 0 ? position - 1 : all + position))
    .filter((place) => place >= 0 && place < all);
  return [...new Set(places)].toSorted((one, other) => one - other);
}

/** How many of a period's times lie before this one. */
export function sizeBefore(content: Content, wall: number): number {
  let low = 0;
  let high = content.size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (content.at(middle) < wall) low = middle + 1;
    else high = middle;
  }
  return low;
}
