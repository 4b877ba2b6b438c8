import { z } from "zod";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** Any JSON. It comes out of a JSON parser or goes into one: there is nothing left to check. */
export const AnyJson: z.ZodType<Json> = z.any();
