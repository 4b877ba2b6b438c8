import { z } from "zod";
import { DueTime, MomentInput } from "../time/due.ts";
import { ClockTime } from "../time/time.ts";

const YEAR_MINUTES = 366 * 24 * 60;
const Minutes = z.int().min(-YEAR_MINUTES).max(YEAR_MINUTES);
const Days = z.int().min(-366).max(366);

const told = {
  minutes: { minutes: Minutes },
  days: {
    days: Days,
    time: ClockTime.optional(),
    own_hour: z.literal(true).optional().meta({
      description:
        "It goes by the hour that its person has chosen: on the day (`days: 0`) by `day_reminder`, the day before (`-1`) by `evening_reminder`. `time` is what that was as the reminder was set.",
    }),
  },
};

/**
 * When to remind of a task: so many minutes from its due time (negative: before it), so many calendar days
 * from its day at a clock time (or at the same one), or at a moment of its own. A relative one goes along when
 * the task moves or comes again; each is there once.
 */
export const TaskReminder = z.union([z.object(told.minutes), z.object(told.days), DueTime]).meta({
  id: "TaskReminder",
  description:
    "When to remind: minutes from the due time (negative: before), days from its day at a clock time, or a moment of its own.",
});
export type TaskReminder = z.infer<typeof TaskReminder>;

export const TaskReminderInput = z
  .union([z.strictObject(told.minutes), z.strictObject(told.days), ...MomentInput.options], {
    error:
      "give {minutes} or {days, time?} from the due time (negative: before it), or a moment: {at} or {local, timezone?}",
  })
  .meta({ id: "TaskReminderInput", examples: [{ minutes: -10 }, { days: -1, time: "18:00" }] });
export type TaskReminderInput = z.infer<typeof TaskReminderInput>;

/** How often a task that rang rings again until it is done: every so many minutes, so many times. */
export const Nag = z
  .object({ every_minutes: z.int().min(1).max(1_440), times: z.int().min(1).max(100) })
  .meta({
    id: "Nag",
    description: "How often it rings again until the task is done.",
    examples: [{ every_minutes: 5, times: 10 }],
  });
export type Nag = z.infer<typeof Nag>;

export const NagInput = z
  .strictObject({
    every_minutes: Nag.shape.every_minutes,
    times: Nag.shape.times.default(10),
  })
  .meta({ id: "NagInput", examples: [{ every_minutes: 5 }] });
