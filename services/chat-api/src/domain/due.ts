import type { Due, DueInput } from "@todo-mesh/contracts";
import { Temporal } from "temporal-polyfill";

/** A due time as it is stored, or the field that keeps it from being one. */
export type ResolvedDue =
  | { readonly kind: "due"; readonly due: Due }
  | {
      readonly kind: "invalid";
      readonly field: "local" | "at" | "timezone";
      readonly message: string;
    };

const EARLIEST = Temporal.Instant.from("1970-01-01T00:00:00Z");
const LAST_YEAR = 9999;
const OUT_OF_RANGE = "a time between 1970 and the end of 9999";

/**
 * The instant a due time means. A wall time in a DST gap moves forward by the gap, one in a fold is
 * its first; `local` stays as it was said. Without a zone it is UTC. Milliseconds are kept, finer is cut.
 */
export function resolveDue(input: DueInput): ResolvedDue {
  const timezone = input.timezone ?? "UTC";
  return "at" in input ? dueAtInstant(input.at, timezone) : dueAtLocal(input.local, timezone);
}

function dueAtInstant(at: string, timezone: string): ResolvedDue {
  const instant = attempt(() => Temporal.Instant.fromEpochMilliseconds(Date.parse(at)));
  if (!instant) return { kind: "invalid", field: "at", message: OUT_OF_RANGE };
  const zoned = attempt(() => instant.toZonedDateTimeISO(timezone));
  if (!zoned) return noSuchZone;
  return inRange(zoned, "at", zoned.toPlainDateTime());
}

function dueAtLocal(local: string, timezone: string): ResolvedDue {
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
): ResolvedDue {
  const instant = zoned.toInstant();
  const tooEarly = Temporal.Instant.compare(instant, EARLIEST) < 0;
  const tooLate = Math.max(zoned.withTimeZone("UTC").year, wall.year) > LAST_YEAR;
  if (tooEarly || tooLate) return { kind: "invalid", field, message: OUT_OF_RANGE };
  const at = new Date(instant.epochMilliseconds).toISOString();
  return { kind: "due", due: { local: wall.toString(), timezone: zoned.timeZoneId, at } };
}

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
