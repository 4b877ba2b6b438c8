import type { z } from "zod";

// What these formats mean is written down elsewhere: a pattern beside them helps no reader.
const SAY_ENOUGH = new Set(["date-time", "date", "uuid"]);

/** For `z.toJSONSchema`: leaves out what only a machine could have added, so that people can read the schema. */
export function legible({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (SAY_ENOUGH.has(jsonSchema.format ?? "")) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
