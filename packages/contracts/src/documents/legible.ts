import { z } from "zod";
import { EXAMPLES } from "./examples.ts";

// What these formats mean is written down elsewhere: a pattern beside them helps no reader.
const SAY_ENOUGH = new Set(["date-time", "date", "uuid"]);

interface Written {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}

/**
 * For `z.toJSONSchema`: leaves out what only a machine could have added, and shows examples, so that people can read
 * the schema.
 */
export function legible({ zodSchema, jsonSchema }: Written): void {
  if (SAY_ENOUGH.has(jsonSchema.format ?? "")) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  const examples = EXAMPLES[z.globalRegistry.get(zodSchema)?.id ?? ""];
  if (examples) jsonSchema["examples"] = [...examples];
}
