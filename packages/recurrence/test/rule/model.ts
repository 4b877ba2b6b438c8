/**
 * An independent model, slow and obvious: it reads the wall clock of a zone hour by hour and minute by minute, and
 * looks at every day of ten years. It shares nothing with what it judges but the runtime's own zone data.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const BEGIN = Date.UTC(2020, 0, 1);
export const END = Date.UTC(2030, 0, 1);

/** Clocks show `offset` milliseconds more than UTC, from `from` on. */
export interface Era {
  readonly from: number;
  readonly offset: number;
}

/** What the wall clock shows, as if it were UTC. */
function wallClock(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const shown = format.format(at).match(/\d+/g) ?? [];
    const part = (index: number): number => Number(shown[index]);
    return Date.UTC(part(2), part(0) - 1, part(1), part(3), part(4), part(5));
  };
}

/** All changes of a zone's clocks in the ten years: every fourth day is looked at, then each hour, then each minute. */
export function erasOf(zone: string): Era[] {
  const clock = wallClock(zone);
  const eras: Era[] = [];
  let offset = Number.NaN;
  const walk = (from: number, to: number, step: number, finer: readonly number[]): void => {
    for (let at = from; at <= to; at += step) {
      if (clock(at) - at === offset) continue;
      const [next, ...rest] = finer;
      if (next !== undefined && at > from) walk(at - step, at, next, rest);
      else if (clock(at) - at !== offset) {
        offset = clock(at) - at;
        eras.push({ from: at, offset });
      }
    }
  };
  walk(BEGIN - 4 * DAY, END + 4 * DAY, 4 * DAY, [HOUR, MINUTE]);
  return eras;
}

const endOf = (eras: readonly Era[], index: number): number => eras[index + 1]?.from ?? Infinity;

/** The first instant at which the clock shows this; if it never does, as if the clock before the gap had gone on. */
function happens(eras: readonly Era[], wall: number): number {
  for (const [index, { from, offset }] of eras.entries())
    if (from <= wall - offset && wall - offset < endOf(eras, index)) return wall - offset;
  const gap = eras.findIndex(({ from, offset }) => wall - offset < from);
  return wall - (eras[gap - 1]?.offset ?? 0);
}

/** Every day of the ten years on which `isOn` holds, at a time of day; each instant once, in order. */
export function days(
  eras: readonly Era[],
  timeOfDay: number,
  isOn: (date: Date) => boolean,
): number[] {
  const instants = new Set<number>();
  for (let day = BEGIN; day < END; day += DAY)
    if (isOn(new Date(day))) instants.add(happens(eras, day + timeOfDay));
  return [...instants].toSorted((one, other) => one - other);
}

/** Every `minutes` on the wall, from one wall time to another; each instant once, in order. */
export function everyMinutes(
  eras: readonly Era[],
  { from, to, minutes }: { readonly from: number; readonly to: number; readonly minutes: number },
): number[] {
  const instants = new Set<number>();
  for (let wall = from; wall < to; wall += minutes * MINUTE) instants.add(happens(eras, wall));
  return [...instants].toSorted((one, other) => one - other);
}

/** The changes by which clocks are put forward, and those by which they are put back, as the clock shows them before. */
export const changesOf = (eras: readonly Era[], forward: boolean): number[] =>
  eras.slice(1).flatMap(({ from, offset }, index) => {
    const before = eras[index]?.offset ?? 0;
    return offset > before === forward ? [from + before] : [];
  });
