import { z } from "zod";
import { RuleText, TimeZone, WallTime } from "./time.ts";

/**
 * How a task comes again. A series "schedule" goes on by its rule, done or not; one "completion" is counted
 * from when the task was last done, and waits until then.
 */
export const Repeat = z.object({
  rule: RuleText,
  /** RFC 5545's DTSTART: what the rule does not say (the time, the day) is taken from here. */
  start: WallTime,
  timezone: TimeZone,
  from: z.enum(["schedule", "completion"]),
});
export type Repeat = z.infer<typeof Repeat>;

/** How a request says it: by schedule and in UTC unless told. */
export const RepeatInput = z.strictObject({
  ...Repeat.shape,
  timezone: TimeZone.default("UTC"),
  from: Repeat.shape.from.default("schedule"),
});
export type RepeatInput = z.infer<typeof RepeatInput>;
