import {
  type Due,
  type DueDay,
  type DueInput,
  type DueTime,
  isInRange,
  type MomentInput,
  OUT_OF_RANGE,
} from "@todo-mesh/contracts";
import { Temporal } from "temporal-polyfill";

type DueDayInput = Extract<DueInput, { date: string }>;

interface Misfit {
  readonly kind: "invalid";
  readonly field: "local" | "at" | "date" | "timezone" | "begins_at" | "ends_at";
  readonly message: string;
}

/** A due time as it is stored, or the field that keeps it from being one. */
export type ResolvedDue<Kind extends Due = Due> =
  { readonly kind: "due"; readonly due: Kind } | Misfit;

/**
 * The instant a due time means, or the span of a whole day. A wall time in a DST gap moves forward by the gap, one
 * in a fold is its first unless the instant beside it says the second; `local` stays as it was said. Without a zone it
 * is UTC. Milliseconds are kept, finer is cut. What stands beside it and does not agree is refused.
 */
export const resolveDue = (input: DueInput): ResolvedDue =>
  "date" in input ? resolveDay(input) : resolveMoment(input);

/** The same for what can only be a moment. */
export function resolveMoment(
  input: MomentInput & { readonly floating?: true | undefined },
): ResolvedDue<DueTime> {
  const timezone = input.timezone ?? "UTC";
  if (!("local" in input)) return dueAtInstant(input.at, timezone);
  const resolved = dueAtWall(input, timezone);
  if (resolved.kind === "invalid" || !input.floating) return resolved;
  return { ...resolved, due: { ...resolved.due, floating: true } };
}

function resolveDay({ date, timezone = "UTC", ...said }: DueDayInput): ResolvedDue<DueDay> {
  const resolved = wholeDay(date, timezone);
  if (resolved.kind === "invalid") return resolved;
  const isOther = (field: "begins_at" | "ends_at"): boolean => {
    const at = said[field];
    return at !== undefined && Date.parse(at) !== Date.parse(resolved.due[field]);
  };
  const field = (["begins_at", "ends_at"] as const).find(isOther);
  if (!field) return resolved;
  const message = `is ${resolved.due[field]} on ${date} in ${resolved.due.timezone}: leave it out`;
  return { kind: "invalid", field, message };
}

/** A day of that zone, from its first moment to that of the next. */
export function wholeDay(date: string, timezone: string): ResolvedDue<DueDay> {
  const day = attempt(() => Temporal.PlainDate.from(date));
  if (!day) return { kind: "invalid", field: "date", message: "there is no such day" };
  const begins = attempt(() => day.toZonedDateTime(timezone));
  const ends = attempt(() => day.add({ days: 1 }).toZonedDateTime(timezone));
  if (!begins || !ends) return noSuchZone;
  if (!isPossible(begins)) return { kind: "invalid", field: "date", message: OUT_OF_RANGE };
  const [begins_at, ends_at] = [textOf(begins), textOf(ends)];
  return { kind: "due", due: { date, timezone, begins_at, ends_at } };
}

/** When it is due, or the day of it begins: by this, tasks are sorted and looked for. */
export const beginOf = (due: Due): string => ("at" in due ? due.at : due.begins_at);

/** Whether its time, or all of its day, is over. */
export const isOverdue = (due: Due, now: Date): boolean =>
  "at" in due ? Date.parse(due.at) < now.getTime() : Date.parse(due.ends_at) <= now.getTime();

function dueAtInstant(at: string, timezone: string): ResolvedDue<DueTime> {
  const instant = attempt(() => Temporal.Instant.fromEpochMilliseconds(Date.parse(at)));
  if (!instant) return { kind: "invalid", field: "at", message: OUT_OF_RANGE };
  const zoned = attempt(() => instant.toZonedDateTimeISO(timezone));
  if (!zoned) return noSuchZone;
  return inRange(zoned, "at", zoned.toPlainDateTime());
}

function dueAtWall(
  { local, at }: { readonly local: string; readonly at?: string | undefined },
  timezone: string,
): ResolvedDue<DueTime> {
  const byWall = dueAtLocal(local, timezone);
  if (at === undefined || byWall.kind === "invalid") return byWall;
  const byInstant = dueAtInstant(at, timezone);
  // In a gap the wall shows another time then, in a fold it shows the same one twice.
  if (byInstant.kind === "invalid" || byInstant.due.local === byWall.due.local) return byInstant;
  if (byInstant.due.at === byWall.due.at) return byWall;
  const message = `is ${byInstant.due.local} in ${byInstant.due.timezone}, and local another time: give one of the two`;
  return { kind: "invalid", field: "at", message };
}

function dueAtLocal(local: string, timezone: string): ResolvedDue<DueTime> {
  const wall = attempt(() => Temporal.PlainDateTime.from(local));
  if (!wall)
    return { kind: "invalid", field: "local", message: "there is no such date and time of day" };
  const zoned = attempt(() => wall.toZonedDateTime(timezone));
  return zoned ? inRange(zoned, "local", wall) : noSuchZone;
}

function inRange(
  zoned: Temporal.ZonedDateTime,
  field: "local" | "at",
  wall: Temporal.PlainDateTime,
): ResolvedDue<DueTime> {
  if (!isPossible(zoned)) return { kind: "invalid", field, message: OUT_OF_RANGE };
  const due = { local: wall.toString(), timezone: zoned.timeZoneId, at: textOf(zoned) };
  return { kind: "due", due };
}

const isPossible = ({ epochMilliseconds }: Temporal.ZonedDateTime): boolean =>
  isInRange(new Date(epochMilliseconds));

const textOf = ({ epochMilliseconds }: Temporal.ZonedDateTime): string =>
  new Date(epochMilliseconds).toISOString();

const noSuchZone = {
  kind: "invalid",
  field: "timezone",
  message: "not an IANA time zone",
} as const;

// Temporal says "there is no such time" by throwing a RangeError; here that is an ordinary answer.
function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
