import {
  calendar,
  offsetMinutes,
  readWall,
  wallToInstant,
  type WallTime,
  writeWall,
  type Zone,
} from "@todo-mesh/recurrence";
import type { ZoneSaid } from "../grammar/facts.ts";
import type { Day } from "./calendar.ts";

/** A time on a wall: seconds since the midnight its day begins with. */
export interface Wall {
  readonly day: Day;
  readonly seconds: number;
}

/** Somewhere with a clock: a zone, or a fixed distance from UTC. */
export interface ZonedClock {
  /** The zone that answers are given in. */
  readonly zone: Zone;
  readonly now: () => Wall;
  readonly instantOf: (wall: Wall) => Date;
  /** The zone that usually goes with such an offset; where it disagrees, both may be meant. */
  readonly usual?: Zone | undefined;
  readonly offset?: number | undefined;
}

export const wallText = ({ day, seconds }: Wall): WallTime =>
  writeWall(day * calendar.DAY + seconds);

const wallOf = (seconds: number): Wall => {
  const day = Math.floor(seconds / calendar.DAY);
  return { day, seconds: seconds - day * calendar.DAY };
};

/** What a clock shows that is so many minutes ahead of UTC. */
const wallAhead = (now: Date, minutes: number): Wall =>
  wallOf(Math.floor(now.getTime() / 1_000) + Math.round(minutes * 60));

/** The clock of a zone, at a present moment that is looked up at most once. */
export function inZone(zone: Zone, now: Date): ZonedClock {
  let wall: Wall | undefined;
  return {
    zone,
    now: () => (wall ??= wallAhead(now, offsetMinutes(now, zone))),
    instantOf: ({ day, seconds }) => wallToInstant(day * calendar.DAY + seconds, zone),
  };
}

/** Of a wall time that is one, to the second. */
export const wallAt = (local: WallTime): Wall => wallOf(Math.floor(readWall(local) ?? NaN));

const atOffset = (offset: number, zone: Zone, now: Date): ZonedClock => ({
  zone,
  offset,
  now: () => wallAhead(now, offset),
  instantOf: ({ day, seconds }) => new Date((day * calendar.DAY + seconds - offset * 60) * 1_000),
});

/** Where a time that was said may be meant. */
export function zonedClocksOf(
  said: ZoneSaid | undefined,
  home: ZonedClock,
  now: Date,
): readonly ZonedClock[] {
  if (said === undefined || said.kind === "own") return [home];
  if (said.kind === "exact") return [atOffset(said.offset, said.zone, now)];
  if (said.kind === "offset")
    return [{ ...atOffset(said.offset, home.zone, now), usual: said.usual }];
  const zones = said.zones.includes(home.zone) ? [home.zone] : said.zones;
  return zones.map((zone) => inZone(zone, now));
}

/** The usual zone of such letters, where it keeps another time then: "EST" in July. */
export const otherZone = ({ usual, offset }: ZonedClock, at: Date): Zone | undefined =>
  usual !== undefined && offsetMinutes(at, usual) !== offset ? usual : undefined;
