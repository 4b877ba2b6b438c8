import { z } from "zod";
import { Day, KeptZone, RuleText, TimeZone, WallTime } from "./time.ts";

const MOST_DATES = 200;

/** RFC 5545's DTSTART: what a rule does not say (the time, the day) is taken from here. A date alone: it is about whole days. */
export const Start = z.union([WallTime, Day], {
  error: "a local date and time, 2026-12-03T08:00:00, or a date, 2026-12-03",
});

/**
 * How a task comes again. A series "schedule" goes on by its rule, done or not; one "completion" is counted
 * from when the task was last done, and waits until then.
 */
export const Repeat = z
  .object({
    rule: RuleText,
    start: Start,
    timezone: KeptZone,
    from: z.enum(["schedule", "completion"]),
    /** Dates of the rule that do not happen, and dates beside it that do. */
    exdates: z.array(Start).max(MOST_DATES).optional(),
    rdates: z.array(Start).max(MOST_DATES).optional(),
    /** By the clock wherever the person is. */
    floating: z.literal(true).optional(),
  })
  .meta({
    id: "Repeat",
    description:
      "How a task comes again: by `schedule`, done or not, or counted from its last `completion`.",
  });
export type Repeat = z.infer<typeof Repeat>;

/** How a request says it: by schedule and in UTC unless told. */
export const RepeatInput = z
  .strictObject({
    ...Repeat.shape,
    timezone: TimeZone.default("UTC"),
    from: Repeat.shape.from.default("schedule"),
  })
  .meta({
    id: "RepeatInput",
    description: "How a task comes again: a rule and the wall time at which it starts.",
  });
export type RepeatInput = z.infer<typeof RepeatInput>;
