import {
  canonicalZone,
  fixedOffset,
  isInRange,
  keptZone,
  OUT_OF_RANGE,
  readWall,
  zoneOfOffset,
} from "@todo-mesh/recurrence/zone";
import { z } from "zod";

/**
 * A time zone as a request names it: any name of the IANA in any case, which becomes the one by which the zone is kept.
 * A distance from UTC is none: it does not say when clocks change.
 */
export const TimeZone = z
  .string()
  .max(64)
  .overwrite((name) => canonicalZone(name) ?? name)
  .refine((name) => canonicalZone(name) !== undefined, {
    error: ({ input }) => noZone(String(input)),
  })
  .meta({
    id: "TimeZone",
    description:
      "An IANA time zone by any of its names, in any case; answers have the canonical one. Not a distance from UTC.",
    examples: ["Europe/Rome"],
  });

function noZone(name: string): string {
  if (fixedOffset(name) === undefined) return "not an IANA time zone: give a name like Europe/Rome";
  const always = zoneOfOffset(name);
  const instead = always === undefined ? "" : `, or ${always} for always ${name}`;
  return `a distance from UTC, not an IANA time zone: give a name like Europe/Rome${instead}`;
}

/** A time zone as it is kept and told: what was let in of old is called by its name of today. */
export const KeptZone = z
  .string()
  .max(64)
  .overwrite(keptZone)
  .meta({
    id: "KeptTimeZone",
    description: "The canonical name of an IANA time zone.",
    examples: ["Europe/Rome"],
  });

/** An instant that an answer had, sent back: that of what lies in range may lie a day beside it. */
export const Instant = z.iso.datetime({ offset: true, abort: true });

/** An instant as a request says it. */
export const Moment = Instant.refine((at) => isInRange(new Date(at)), { error: OUT_OF_RANGE });

const isWallTime = (text: string): boolean => readWall(text) !== undefined;
const NO_SUCH_TIME = { error: "there is no such date and time of day" };

export const WallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, {
    error: "a local date and time: 2026-12-03T08:00:00",
    abort: true,
  })
  .refine(isWallTime, NO_SUCH_TIME)
  .meta({
    id: "WallTime",
    description: "A date and time as a clock on the wall shows it; the seconds may be left out.",
    examples: ["2026-12-03T08:00:00"],
  });

/** The same to the millisecond. */
export const ExactWallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/, {
    error: "a local date and time: 2026-12-03T08:00:00",
    abort: true,
  })
  .refine(isWallTime, NO_SUCH_TIME);

/** A day; there is no year 0. */
export const Day = z.iso.date().refine((day) => day >= "0001", "there is no such day");

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

export const Occurrence = z.object({ at: z.iso.datetime(), local: WallTime }).meta({
  id: "Occurrence",
  description: "A date of a series: the instant, and what the wall clock of its zone shows then.",
});
export type Occurrence = z.infer<typeof Occurrence>;
