import { z } from "zod";
import { MomentInput } from "../time/due.ts";
import { said } from "../text/text.ts";
import { KeptZone, TimeZone } from "../time/time.ts";

/**
 * What rang last, or rings next if nothing did, rings at `until` instead, and a series goes on as it was. `since` is
 * when that was said.
 */
export const Snoozed = z
  .object({ until: z.iso.datetime(), timezone: KeptZone, since: z.iso.datetime() })
  .meta({
    id: "Snoozed",
    description:
      "What rang last, or rings next if nothing did, rings at `until` instead. A new due time, done and the trash end it.",
  });
export type Snoozed = z.infer<typeof Snoozed>;

/** Nothing rings before that moment, and what would have is not made up for. */
export const Muted = z.object({ until: z.iso.datetime(), timezone: KeptZone }).meta({
  id: "Muted",
  description: "Nothing rings before `until`, and what would have is not made up for.",
});
export type Muted = z.infer<typeof Muted>;

const YEAR_MINUTES = 366 * 24 * 60;

/** Until when something is silent, as a request says it. */
export const UntilInput = z
  .union(
    [
      z.strictObject({ minutes: z.int().min(1).max(YEAR_MINUTES) }),
      ...MomentInput.options,
      z.strictObject({ text: said(200), timezone: TimeZone.optional() }),
    ],
    {
      error:
        "give {minutes}, a moment ({at} or {local, timezone?}), or a phrase: {text, timezone?}",
    },
  )
  .meta({
    id: "UntilInput",
    description:
      "Minutes from now, a moment, or a phrase such as “tomorrow at 9” (in the zone that its person has chosen, else UTC, if none is given); a day alone is the time that they have chosen for days, else 09:00.",
    examples: [{ minutes: 10 }, { text: "tomorrow at 9", timezone: "Europe/Rome" }],
  });
export type UntilInput = z.infer<typeof UntilInput>;

/** What is asked of a task until a moment. */
export const UntilRequest = z
  .strictObject({ until: UntilInput })
  .meta({ id: "UntilRequest", examples: [{ until: { minutes: 10 } }] });
