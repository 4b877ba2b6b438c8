import { z } from "zod";

/** How a list is asked for: `limit` 1 to 200 (50), `cursor` as the page before gave it. */
export const PageQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: "How many at most." }),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: "The `next_cursor` of the page before." }),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** How every list answers. No `next_cursor`: that was the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().optional() });
