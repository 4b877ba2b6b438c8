import { z } from "zod";

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
  })
  .meta({ id: "Preferences", description: "What settles what words leave open." });
export type Preferences = z.infer<typeof Preferences>;
