import type { Zone } from "../../types.ts";
import { offsetMinutes, toInstant, toLocal } from "../../zone/zone.ts";
import type { ZoneSaid } from "../grammar/facts.ts";
import { type Day, isoDay } from "./calendar.ts";

export const DAY_SECONDS = 86_400;

/** A time on a wall: seconds since the midnight its day begins with. */
export interface Wall {
  readonly day: Day;
  readonly seconds: number;
}

/** Somewhere with a clock: a zone, or a fixed distance from UTC. */
export interface Place {
  /** The zone that answers are given in. */
  readonly zone: Zone;
  readonly now: () => Wall;
  readonly instantOf: (wall: Wall) => Date;
  /** The zone that usually goes with such an offset; where it disagrees, both may be meant. */
  readonly usual?: Zone | undefined;
  readonly offset?: number | undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");

export function wallText({ day, seconds }: Wall): string {
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  const [hour, minute] = [Math.floor(rest / 3_600), Math.floor(rest / 60) % 60];
  return `${isoDay(day + days)}T${two(hour)}:${two(minute)}:${two(rest % 60)}`;
}

const wallOf = (seconds: number): Wall => {
  const day = Math.floor(seconds / DAY_SECONDS);
  return { day, seconds: seconds - day * DAY_SECONDS };
};

/** The place of a zone, at a present moment that is looked up at most once. */
export function inZone(zone: Zone, now: Date): Place {
  let wall: Wall | undefined;
  return {
    zone,
    now: () => (wall ??= readWall(toLocal(now, zone))),
    instantOf: (said) => toInstant(wallText(said), zone),
  };
}

export function readWall(local: string): Wall {
  return wallOf(Math.floor(Date.parse(`${local}Z`) / 1_000));
}

const atOffset = (offset: number, zone: Zone, now: Date): Place => ({
  zone,
  offset,
  now: () => wallOf(Math.floor(now.getTime() / 1_000) + offset * 60),
  instantOf: ({ day, seconds }) => new Date((day * DAY_SECONDS + seconds - offset * 60) * 1_000),
});

/** Where a time that was said may be meant. */
export function placesOf(said: ZoneSaid | undefined, home: Place, now: Date): readonly Place[] {
  if (said === undefined || said.kind === "own") return [home];
  if (said.kind === "exact") return [atOffset(said.offset, said.zone, now)];
  if (said.kind === "offset")
    return [{ ...atOffset(said.offset, home.zone, now), usual: said.usual }];
  const zones = said.zones.includes(home.zone) ? [home.zone] : said.zones;
  return zones.map((zone) => inZone(zone, now));
}

/** The usual zone of such letters, where it keeps another time then: "EST" in July. */
export const otherZone = ({ usual, offset }: Place, at: Date): Zone | undefined =>
  usual !== undefined && offsetMinutes(at, usual) !== offset ? usual : undefined;
