import { legible } from "@todo-mesh/contracts/documents";
import { z } from "zod";

/**
 * One event of a stream, as its reader has it. OpenAPI 3.1 has no word for the items of a stream (3.2 has): tools that
 * know streams read the schema of `text/event-stream` as that of each event.
 */
export const eventOf = (events: Readonly<Record<string, z.ZodType>>) =>
  z.union(
    Object.entries(events).map(([name, data]) =>
      z.object({
        id: z.string().optional(),
        event: z.literal(name),
        data: z
          .string()
          .meta({ contentMediaType: "application/json", contentSchema: schemaOf(data) }),
      }),
    ),
  );

function schemaOf(data: z.ZodType): object {
  const name = data.meta()?.id;
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const { $schema: _, ...schema } = z.toJSONSchema(data, { io: "input", override: legible });
  return schema;
}
