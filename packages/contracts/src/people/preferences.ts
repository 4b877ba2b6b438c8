import { z } from "zod";
import { ClockTime, KeptZone, TimeZone } from "../time/time.ts";

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** No tag that people use is longer. */
const LONGEST_TAG = 35;
const Locale = z
  .string()
  .min(1)
  .max(LONGEST_TAG)
  .refine(isLanguageTag, "must be a language tag, as “de” or “en-GB”")
  .meta({
    description:
      "The language to be answered in, as a tag of BCP 47: “de”, “en-GB”. English and German are known; with another, or none, the message says which of them it is.",
  });

const Country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({
    description:
      "Whose feasts are meant, as ISO 3166 writes it: “GB”. Without one a feast that countries keep on different days is asked about.",
    examples: ["GB"],
  });

/** What settles what words leave open; what is not told is asked back where it matters. */
export const Preferences = z
  .strictObject({
    hour_cycle: z
      .union([z.literal(12), z.literal(24)])
      .optional()
      .meta({ description: "24: an hour is meant as it is written, “at 6” is 06:00." }),
    day_first: z.boolean().optional().meta({ description: "Whether “3/4” is the 3rd of April." }),
    week_start: z
      .enum(["MO", "SU", "SA"])
      .optional()
      .meta({ description: "Where a week begins, for “next Friday” and “the end of the week”." }),
    locale: Locale.optional(),
    country: Country.optional(),
  })
  .meta({ id: "Preferences", description: "What settles what words leave open." });
export type Preferences = z.infer<typeof Preferences>;

const chosen = {
  ...Preferences.shape,
  timezone: KeptZone.optional(),
  day_reminder: ClockTime.optional().meta({
    description:
      "When to remind of what is due on a day without a time, on that day. Left out: not at all. “Until Monday” ends then, too (09:00, if left out).",
    examples: ["09:00"],
  }),
  evening_reminder: ClockTime.optional().meta({
    description: "When to remind of it on the day before. Left out: not at all.",
    examples: ["20:00"],
  }),
};

/** What a person has chosen for good; what a request says wins for that request. What was never chosen is left out. */
export const PersonPreferences = z
  .object({
    ...chosen,
    version: z.int().nonnegative().meta({ description: "0: nothing was ever chosen." }),
    updated_at: z.iso.datetime().optional(),
  })
  .meta({
    id: "PersonPreferences",
    description:
      "What a person has chosen; what was not is left out. What a request says itself wins for that request.",
  });
export type PersonPreferences = z.infer<typeof PersonPreferences>;

// One that is forgotten here does not compile.
const patch = {
  hour_cycle: chosen.hour_cycle.nullable(),
  day_first: chosen.day_first.nullable(),
  week_start: chosen.week_start.nullable(),
  locale: chosen.locale.nullable(),
  country: chosen.country.nullable(),
  timezone: TimeZone.nullable().optional(),
  day_reminder: chosen.day_reminder.nullable(),
  evening_reminder: chosen.evening_reminder.nullable(),
} satisfies Record<keyof typeof chosen, z.ZodType>;

/** Changes only what it names; `null` takes a choice back. */
export const PreferencesPatch = z
  .strictObject(patch)
  .refine((named) => Object.keys(named).length > 0, "name at least one preference to change")
  .meta({
    id: "PreferencesPatch",
    description: "What to choose anew; what is not named stays. `null` takes a choice back.",
    minProperties: 1,
  });
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;
