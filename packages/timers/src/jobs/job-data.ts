import { z } from "zod";

/** What a job carries. Only the timer's own row says what is true: this tells whose turn it is, before any is read. */
export const JobData = z
  .object({
    /** When it was to ring: its timer's time, when its step begins, or when it was planned, if that had passed. */
    due_at: z.iso.datetime(),
    group: z.string().optional(),
    /** It rings for others of its group that have no job. */
    for_more: z.literal(true).optional(),
    /** It rings for these shares of its step. */
    for_shares: z.array(z.string()).optional(),
    /** It rings for all of its step that is in no share. A version before writes a number; it is read by that alone. */
    for_step: z.int().min(0).optional(),
  })
  .partial()
  .catch({});
export type JobData = z.infer<typeof JobData>;
