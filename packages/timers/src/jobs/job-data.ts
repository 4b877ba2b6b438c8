import { z } from "zod";

/** What a job carries. Only the timer's own row says what is true: this tells whose turn it is, before any is read. */
export const JobData = z
  .object({
    /** When it was to ring: its timer's time, or when it was planned, if that had passed. */
    due_at: z.iso.datetime(),
    group: z.string().optional(),
    /** It rings for others of its group that have no job. */
    for_more: z.literal(true).optional(),
  })
  .partial()
  .catch({});
export type JobData = z.infer<typeof JobData>;
