import { z } from "zod";
import { Preferences } from "../people/preferences.ts";
import { Repeat, Start } from "../time/repeat.ts";
import { said } from "../text/text.ts";
import { Moment, Occurrence, RuleText, TimeZone, WallTime } from "../time/time.ts";

const MOST_DATES = 10_000;
const Dates = z.array(WallTime).max(MOST_DATES);
const StartDates = z.array(Start).max(MOST_DATES);

export const WhenRequest = z
  .strictObject({
    text: said(8_000),
    timezone: TimeZone.optional(),
    now: Moment.optional(),
    preferences: Preferences.optional(),
  })
  .meta({
    id: "WhenRequest",
    description:
      "A sentence, said at `now` (this moment, if left out) in that zone; without one, in the zone that its person has chosen, else in UTC.",
  });
export type WhenRequest = z.infer<typeof WhenRequest>;

const Offset = z
  .union([
    z.object({ minutes: z.number() }),
    z.object({ days: z.number(), time: z.string().optional() }),
  ])
  .meta({
    id: "Offset",
    description:
      "A moment told from the due time: `minutes` (negative: before), or calendar days at a clock time or at the same one.",
  });

/** What every meaning tells: `title` is the rest of the sentence, `reading` the meaning in full, `remind` when to remind of it. */
const told = {
  title: z.string(),
  phrase: z.string(),
  reading: z.string(),
  remind: Offset.optional(),
};
/** When it is over, on the wall clock of that day: "from 10 to 11". */
const end = z.string().optional();
/** The words leave no time ahead. */
const past = z.literal(true).optional();

const Instant = z.object({
  kind: z.literal("instant"),
  at: z.iso.datetime(),
  local: WallTime,
  timezone: TimeZone,
  end,
  past,
  ...told,
});
/** A day without a time stays a day. */
const Day = z.object({
  kind: z.literal("date"),
  date: z.iso.date(),
  timezone: TimeZone,
  past,
  ...told,
});
/** `all_day`: no time was said. `next` has the first dates ahead, at most five. */
const Recurring = z.object({
  kind: z.literal("recurrence"),
  ...Repeat.shape,
  exdates: Dates.optional(),
  rdates: Dates.optional(),
  all_day: z.boolean(),
  next: z.array(Occurrence).max(5),
  end,
  ...told,
});
const Relative = z.object({
  kind: z.literal("offset"),
  anchor: z.literal("due"),
  offset: Offset,
  ...told,
});

const Meant = z
  .discriminatedUnion("kind", [Instant, Day, Recurring, Relative])
  .meta({ id: "Meaning" });

/** Several meanings, each as likely, are asked back and never guessed. `none`: nothing in it is about time. */
export const WhenAnswer = z
  .discriminatedUnion("kind", [
    ...Meant.options,
    z.object({
      kind: z.literal("ambiguous"),
      why: z.string(),
      candidates: z.array(Meant),
      title: z.string(),
      phrase: z.string(),
    }),
    z.object({
      kind: z.literal("none"),
      title: z.string(),
      why: z.literal("unknown_language").optional().meta({
        description: "It is in no language that is read here: nothing of it was guessed.",
      }),
    }),
  ])
  .meta({
    id: "WhenAnswer",
    description:
      "What it means. `title` is the rest of the sentence, `reading` the meaning in words; `ambiguous` has several meanings, `none` has no time.",
  });
export type WhenAnswer = z.infer<typeof WhenAnswer>;

export const OccurrencesRequest = z
  .strictObject({
    rule: RuleText,
    start: Start,
    timezone: TimeZone,
    after: Moment.optional(),
    count: z.int().min(1).max(200).default(5),
    exdates: StartDates.optional(),
    rdates: StartDates.optional(),
    preferences: Preferences.pick({ locale: true }).optional(),
  })
  .meta({
    id: "OccurrencesRequest",
    description:
      "The dates of a rule that come strictly after `after` (this moment, if left out), without `exdates` and with `rdates`. A `start` that is a day alone makes a series of whole days.",
  });
export type OccurrencesRequest = z.infer<typeof OccurrencesRequest>;

export const OccurrencesAnswer = z
  .object({ items: z.array(Occurrence), reading: z.string() })
  .meta({
    id: "OccurrencesAnswer",
    description:
      "Fewer than were asked for: there are no more. `reading` is the rule in words, in the language that was asked for or chosen.",
  });
export type OccurrencesAnswer = z.infer<typeof OccurrencesAnswer>;
