import { z } from "zod";
import { Day, ExactWallTime, Instant, KeptZone, Moment, Occurrence, TimeZone } from "./time.ts";

/**
 * Which date of its series it is, where that was moved by hand: RFC 5545 calls it RECURRENCE-ID. Left out: the one
 * at its own place.
 */
const Moved = Occurrence.optional();

export const DueTime = z
  .object({
    local: ExactWallTime,
    timezone: KeptZone,
    at: z.iso.datetime(),
    floating: z.literal(true).optional(),
    occurrence: Moved,
  })
  .meta({
    id: "DueTime",
    description:
      "Due at a time: `local` in `timezone` is what was meant, `at` the instant that follows. `floating`: by the clock wherever the person is; `timezone` is then where that was last. `occurrence`: the date of the series that was moved here.",
  });
export type DueTime = z.infer<typeof DueTime>;

/** Due some time on a day, `begins_at <= day < ends_at` in that zone. It is overdue when the day is over, and has no moment at which it rings by itself. */
export const DueDay = z
  .object({
    date: z.iso.date(),
    timezone: KeptZone,
    begins_at: z.iso.datetime(),
    ends_at: z.iso.datetime(),
    occurrence: Moved,
  })
  .meta({
    id: "DueDay",
    description:
      "Due some time on a day, from `begins_at` until just before `ends_at`. `occurrence`: the date of the series that was moved here.",
  });
export type DueDay = z.infer<typeof DueDay>;

export const Due = z.union([DueTime, DueDay]).meta({ id: "Due" });
export type Due = z.infer<typeof Due>;

const Floating = z.literal(true).optional();

/** An instant alone, or a wall-clock time; what follows from that may stand beside it, as an answer has it. */
const instant = { at: Moment, timezone: TimeZone.optional() };
const wallTime = { local: ExactWallTime, at: Moment.optional(), timezone: TimeZone.optional() };

/** Which date of its series it is: as the answer said it, for nobody else knows. */
const OfSeries = z.strictObject(Occurrence.shape).optional();

export const MomentInput = z
  .union([z.strictObject(instant), z.strictObject(wallTime)], {
    error: "give {at: RFC 3339 instant} or {local: wall-clock time}, with an optional timezone",
  })
  .meta({
    id: "MomentInput",
    description:
      "An instant, or a wall-clock time with its zone (UTC if none is given). Where both are given they must agree in that zone: of a time that comes twice, `at` says which.",
  });
export type MomentInput = z.infer<typeof MomentInput>;

/** How a request says when a task is due: a moment, a wall-clock time that travels along (`floating`), or a whole day. */
export const DueInput = z
  .union(
    [
      z.strictObject({ ...instant, occurrence: OfSeries }),
      z.strictObject({ ...wallTime, floating: Floating, occurrence: OfSeries }),
      z.strictObject({
        date: Day,
        timezone: TimeZone.optional(),
        begins_at: Moment.optional(),
        ends_at: Instant.optional(),
        occurrence: OfSeries,
      }),
    ],
    {
      error:
        "give {at: RFC 3339 instant}, {local: wall-clock time} or {date: day}, with an optional timezone",
    },
  )
  .meta({
    id: "DueInput",
    description:
      "When a task is due: an instant, a wall-clock time (`floating`: it travels along), or a whole day. The zone is UTC if none is given. What an answer has beside that (`at` beside `local`, `begins_at`, `ends_at`, `occurrence`) may be sent back or left out; where it is given it must agree, else it is refused by its name.",
  });
export type DueInput = z.infer<typeof DueInput>;
