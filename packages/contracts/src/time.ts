import { z } from "zod";

/** An IANA time zone name that this runtime knows, such as `Europe/Rome`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "not an IANA time zone")
  .meta({
    id: "TimeZone",
    description: "The name of an IANA time zone.",
    examples: ["Europe/Rome"],
  });

// Asking Intl costs tens of microseconds, and every event names a zone: good names are remembered.
const known = new Set<string>();
function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
  } catch {
    return false;
  }
  known.add(name);
  return true;
}

/** A time as a clock on the wall shows it, to the second: `2026-12-03T08:00:00`; the seconds may be left out. */
export const WallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "a local date and time: 2026-12-03T08:00:00")
  .meta({
    id: "WallTime",
    description: "A date and time as a clock on the wall shows it; the seconds may be left out.",
    examples: ["2026-12-03T08:00:00"],
  });

/** A time of day: `08:00`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day, from 00:00 to 23:59")
  .meta({ id: "ClockTime", description: "A time of day.", examples: ["08:00"] });

/** The value of an RFC 5545 RRULE, such as `FREQ=WEEKLY;BYDAY=MO,TH`. Whether it can be followed is not said here. */
export const RuleText = z
  .string()
  .min(1)
  .max(4_096)
  .meta({
    id: "RuleText",
    description: "The value of an RFC 5545 RRULE.",
    examples: ["FREQ=WEEKLY;BYDAY=MO,TH"],
  });

/** A date of a series: the instant, and what the wall clock of its zone shows then. */
export const Occurrence = z.object({ at: z.iso.datetime(), local: WallTime }).meta({
  id: "Occurrence",
  description: "A date of a series: the instant, and what the wall clock of its zone shows then.",
});
export type Occurrence = z.infer<typeof Occurrence>;
