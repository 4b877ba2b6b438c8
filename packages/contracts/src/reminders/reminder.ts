import { z } from "zod";
import { Due } from "../time/due.ts";
import { oneOfToday } from "../envelope/one-of-today.ts";
import { PageQuery, pageOf } from "../envelope/page.ts";
import { Day, KeptZone, TimeZone } from "../time/time.ts";

const STATES = ["planned", "due", "announced", "cancelled", "missed", "unplanned"] as const;

const State = oneOfToday(STATES).meta({
  description:
    "`planned`: it will ring; `announced`: it rang; `missed`: its time had passed before it was set; `cancelled`: its task no longer wants it; `unplanned`: it cannot be planned, `reason` says why. There may be more some day.",
  examples: [...STATES],
});

const reminder = {
  id: z.uuid(),
  task_id: z.uuid(),
  title: z.string(),
  slot: z.string().optional().meta({
    description:
      "Which reminder of its task: `due`, `minutes:-10`, `days:-1@19:00`, `days:0@own` (at its person’s own hour) or `at:` and a moment.",
  }),
  state: State,
  due_at: z.iso.datetime(),
  task_due: Due.optional(),
  timezone: KeptZone.optional(),
  occurrence_id: z
    .uuid()
    .optional()
    .meta({ description: "The notification in the inbox has it as its id, once it rang." }),
  reason: z.string().optional(),
};

/**
 * One ring of a reminder, that which it waits for or one of before: a reminder of a series is in a list several times.
 * Of one that cannot be planned `due_at` is when that was found.
 */
export const Reminder = z.object(reminder).meta({
  id: "Reminder",
  description:
    "One ring of a reminder: to come, or of before. A reminder of a series is in a list once for each ring that is still known. Of an `unplanned` one `due_at` is when that was found.",
});
export type Reminder = z.infer<typeof Reminder>;

const Fact = z.union([z.string(), z.number()]);

/** What became of a reminder, and why: `cause` is a code, `facts` what it speaks of. */
export const ReminderStep = z
  .object({
    state: State,
    at: z.iso.datetime(),
    cause: z.string(),
    facts: z.record(z.string(), Fact).optional(),
  })
  .meta({
    id: "ReminderStep",
    description: "What became of it and why: `cause` is a code, `facts` what it speaks of.",
  });
export type ReminderStep = z.infer<typeof ReminderStep>;

/** A reminder as it is now, with when it rang and what became of it, the oldest first. */
export const ReminderDetails = z
  .object({
    ...reminder,
    rang: z.array(z.object({ occurrence_id: z.uuid(), due_at: z.iso.datetime() })),
    history: z.array(ReminderStep),
  })
  .meta({
    id: "ReminderDetails",
    description:
      "A reminder as it is now, when it rang (the last 10), and its history (the last 20 steps), the oldest first.",
  });
export type ReminderDetails = z.infer<typeof ReminderDetails>;

export const ReminderDetailsPage = pageOf(ReminderDetails);
export type ReminderDetailsPage = z.infer<typeof ReminderDetailsPage>;

/**
 * A reminder told in words: what became of it, when its notification was shown and when it was read, the oldest first.
 * Each fact has the code that its sentence is of.
 */
export const ReminderExplanation = z
  .object({
    reminder: ReminderDetails,
    facts: z.array(
      z.object({
        at: z.iso.datetime(),
        cause: z.string(),
        facts: z.record(z.string(), Fact).optional(),
        text: z.string(),
      }),
    ),
    text: z.string(),
  })
  .meta({
    id: "ReminderExplanation",
    description:
      "A reminder told in words: what became of it, when it was shown and when it was read, the oldest first; `text` is all of it.",
  });
export type ReminderExplanation = z.infer<typeof ReminderExplanation>;

/** Which reminders: `pending` and `all` the earliest first, `past` the latest first. */
export const ReminderQuery = PageQuery.extend({
  state: z.enum(["pending", "past", "all"]).default("pending").meta({
    description:
      "`pending`: what will ring, and what cannot be planned, the earliest first; `past`: all others, the latest first; `all`: the earliest first.",
  }),
  task_id: z.uuid().optional().meta({ description: "Those of this task." }),
  day: Day.optional().meta({ description: "Those of this day in `timezone`." }),
  timezone: TimeZone.default("UTC").meta({ description: "The zone of `day`." }),
});
export type ReminderQuery = z.infer<typeof ReminderQuery>;

export const ReminderPage = pageOf(Reminder).meta({
  id: "ReminderPage",
});
export type ReminderPage = z.infer<typeof ReminderPage>;
