import process from "node:process";
import type { WallTime, Zone } from "../types.ts";
import { type Placed, place } from "./instants.ts";
import { offsetAt } from "./offsets.ts";
import { readWall, writeWall } from "./wall.ts";

export { isZone } from "./offsets.ts";

function placed(local: WallTime, zone: Zone): Placed {
  const wall = readWall(local);
  if (wall === undefined) throw new RangeError(`${local} is no wall time like 2026-12-03T08:00:00`);
  return place(zone, wall);
}

const dateAt = (seconds: number): Date => new Date(Math.round(seconds * 1000));

/** The instants at which a clock of that zone shows this time: none in a gap, two in a fold (the first first). */
export function instantsOf(local: WallTime, zone: Zone): readonly Date[] {
  const { at, again, inGap } = placed(local, zone);
  if (inGap) return [];
  return again === undefined ? [dateAt(at)] : [dateAt(at), dateAt(again)];
}

/** The same as `toInstant` for a wall time in seconds, as `readWall` gives it. */
export const wallToInstant = (wall: number, zone: Zone): Date => dateAt(place(zone, wall).at);

/** The instant of a wall time: in a gap moved forward by the gap, in a fold the first of the two. */
export const toInstant = (local: WallTime, zone: Zone): Date => dateAt(placed(local, zone).at);

/** The first moment of a day, be it told by a date or a wall time. */
export const startOfDay = (text: WallTime, zone: Zone): Date =>
  toInstant(`${text.slice(0, 10)}T00:00:00`, zone);

/** What the wall clock of that zone shows, to the second. */
export function toLocal(at: Date, zone: Zone): WallTime {
  const instant = Math.floor(at.getTime() / 1000);
  return writeWall(instant + offsetAt(zone, instant));
}

/** Whether that time comes twice, because the clock is put back. */
export const isAmbiguous = (local: WallTime, zone: Zone): boolean =>
  placed(local, zone).again !== undefined;

/** Whether that time never comes, because the clock is put forward over it. */
export const isInGap = (local: WallTime, zone: Zone): boolean => placed(local, zone).inGap;

/** Minutes east of Greenwich at that instant, with a fraction where old local time had seconds. */
export const offsetMinutes = (at: Date, zone: Zone): number =>
  offsetAt(zone, Math.floor(at.getTime() / 1000)) / 60;

const two = (value: number): string => String(value).padStart(2, "0");

/** The same as text, to the minute: `+01:00`. */
export function offsetText(at: Date, zone: Zone): string {
  const minutes = Math.trunc(offsetMinutes(at, zone));
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Which edition of the IANA time zone data this process goes by, for example `2026a`, and the year it is of. */
export function zoneData(): { readonly version: string; readonly year: number } {
  const version = process.versions["tz"] ?? "unknown";
  return { version, year: Number.parseInt(version, 10) || 0 };
}
