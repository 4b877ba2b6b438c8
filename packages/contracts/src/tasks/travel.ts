import { z } from "zod";
import { TimeZone } from "../time/time.ts";

/** Where a person is now: what floats is due by the clock there. */
export const TravelRequest = z.strictObject({ timezone: TimeZone }).meta({ id: "TravelRequest" });
export type TravelRequest = z.infer<typeof TravelRequest>;

export const TravelAnswer = z
  .object({ batch_id: z.uuid(), timezone: z.string(), moved: z.int().nonnegative() })
  .meta({
    id: "TravelAnswer",
    description: "How many tasks went along. `batch_id` takes that back.",
  });
export type TravelAnswer = z.infer<typeof TravelAnswer>;
