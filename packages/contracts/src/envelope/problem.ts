import { z } from "zod";

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: "Problem",
    description:
      "What went wrong (RFC 9457). `type` tells the kind, `errors` names each field at fault, in dots: `due.timezone`.",
  });
export type Problem = z.infer<typeof Problem>;
