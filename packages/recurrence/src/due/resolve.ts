import type { LocalDate, WallTime, Zone } from "../types.ts";
import { canonicalZone, fixedOffset } from "../zone/canonical.ts";
import { isInRange, OUT_OF_RANGE } from "../zone/range.ts";
import { addDays, readWall, readWallOrDay, writeWall } from "../zone/wall.ts";
import { startOfDay, toInstant, toLocal } from "../zone/zone.ts";
import type { Due, DueDay, DueTime } from "./due.ts";

interface InZone {
  readonly timezone?: Zone | undefined;
}
interface AtInstant extends InZone {
  readonly at: string;
}
interface AtWall extends InZone {
  readonly local: WallTime;
  readonly at?: string | undefined;
}
interface OnDay extends InZone {
  readonly date: LocalDate;
  readonly begins_at?: string | undefined;
  readonly ends_at?: string | undefined;
}

/** How a moment is said: an instant, or a wall time of a zone; what follows from that may stand beside it. */
type MomentSaid = (AtInstant | AtWall) & { readonly floating?: true | undefined };

interface Misfit {
  readonly kind: "invalid";
  readonly field: "local" | "at" | "date" | "timezone" | "begins_at" | "ends_at";
  readonly message: string;
}

/** A due time as it is kept, or the field that keeps it from being one. */
export type ResolvedDue<Kind extends Due = Due> =
  { readonly kind: "due"; readonly due: Kind } | Misfit;

/**
 * The instant a due time means, or the span of a whole day. A wall time in a DST gap moves forward by the gap, one
 * in a fold is its first unless the instant beside it says the second; `local` stays as it was said. Without a zone it
 * is UTC. Milliseconds are kept, finer is cut. What stands beside it and does not agree is refused.
 */
export const resolveDue = (said: MomentSaid | OnDay): ResolvedDue =>
  "date" in said ? resolveDay(said) : resolveMoment(said);

/** The same for what can only be a moment. */
export function resolveMoment(said: MomentSaid): ResolvedDue<DueTime> {
  const timezone = said.timezone ?? "UTC";
  if (!("local" in said)) return dueAtInstant(said.at, timezone);
  const resolved = dueAtWall(said, timezone);
  if (resolved.kind === "invalid" || !said.floating) return resolved;
  return { ...resolved, due: { ...resolved.due, floating: true } };
}

function resolveDay({ date, timezone = "UTC", ...said }: OnDay): ResolvedDue<DueDay> {
  const resolved = wholeDay(date, timezone);
  if (resolved.kind === "invalid") return resolved;
  const isOther = (field: "begins_at" | "ends_at"): boolean => {
    const at = said[field];
    return at !== undefined && Date.parse(at) !== Date.parse(resolved.due[field]);
  };
  const field = (["begins_at", "ends_at"] as const).find(isOther);
  if (!field) return resolved;
  return invalid(
    field,
    `is ${resolved.due[field]} on ${date} in ${resolved.due.timezone}: leave it out`,
  );
}

/** A day of that zone, from its first moment to that of the next. */
export function wholeDay(date: LocalDate, timezone: Zone): ResolvedDue<DueDay> {
  if (readWallOrDay(date) === undefined) return invalid("date", "there is no such day");
  const zone = zoneOf(timezone);
  if (zone === undefined) return noSuchZone;
  const begins = startOfDay(date, zone);
  if (!isInRange(begins)) return invalid("date", OUT_OF_RANGE);
  const ends = startOfDay(addDays(date, 1), zone);
  const [begins_at, ends_at] = [begins.toISOString(), ends.toISOString()];
  return { kind: "due", due: { date, timezone: zone, begins_at, ends_at } };
}

function dueAtInstant(said: string, timezone: Zone): ResolvedDue<DueTime> {
  const at = new Date(Date.parse(said));
  if (!isInRange(at)) return invalid("at", OUT_OF_RANGE);
  const zone = zoneOf(timezone);
  if (zone === undefined) return noSuchZone;
  const local = toLocal(at, zone) + fractionOf(at.toISOString().slice(0, -1));
  return { kind: "due", due: { local, timezone: zone, at: at.toISOString() } };
}

function dueAtWall({ local, at }: AtWall, timezone: Zone): ResolvedDue<DueTime> {
  const byWall = dueAtLocal(local, timezone);
  if (at === undefined || byWall.kind === "invalid") return byWall;
  const byInstant = dueAtInstant(at, timezone);
  // In a gap the wall shows another time then, in a fold it shows the same one twice.
  if (byInstant.kind === "invalid" || byInstant.due.local === byWall.due.local) return byInstant;
  if (byInstant.due.at === byWall.due.at) return byWall;
  const is = `is ${byInstant.due.local} in ${byInstant.due.timezone}`;
  return invalid("at", `${is}, and local another time: give one of the two`);
}

function dueAtLocal(said: WallTime, timezone: Zone): ResolvedDue<DueTime> {
  const wall = readWall(said);
  if (wall === undefined) return invalid("local", "there is no such date and time of day");
  const zone = zoneOf(timezone);
  if (zone === undefined) return noSuchZone;
  const local = writeWall(wall) + fractionOf(said);
  const at = toInstant(local, zone);
  if (!isInRange(at)) return invalid("local", OUT_OF_RANGE);
  return { kind: "due", due: { local, timezone: zone, at: at.toISOString() } };
}

/** Its milliseconds as they are written: `.5`; nothing for a whole second. */
function fractionOf(local: WallTime): string {
  const [, digits = ""] = /\.(\d{1,3})/.exec(local) ?? [];
  return String(Number(digits.padEnd(3, "0")) / 1_000).slice(1);
}

/** What was once let in, such as a distance from UTC, is a zone still. */
const zoneOf = (name: string): Zone | undefined =>
  canonicalZone(name) ?? (fixedOffset(name) === undefined ? undefined : name);

const invalid = (field: Misfit["field"], message: string): Misfit => ({
  kind: "invalid",
  field,
  message,
});

const noSuchZone = invalid("timezone", "not an IANA time zone");
