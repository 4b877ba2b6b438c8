import { type FieldError, type Refusal, refuse } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import type { z } from "zod";
import { fieldErrors } from "./field-errors.ts";

/**
 * Lets only well-formed input past an edge. Else an `invalid` AppError whose `fields` name each
 * field at fault, in dots; `whole` is the name for the input itself.
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  whole = "body",
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { kind, message, fields } = refusalOf(result.error, whole);
  throw new AppError(kind, message, { cause: result.error, fields });
}

/** What a schema says of an input that does not fit it, as `parse` throws it. */
export function refusalOf(error: z.ZodError, whole = "body"): Refusal {
  const fields = fieldErrors(error, whole);
  return refuse("invalid", summaryOf(fields), fields);
}

const MAX_NAMED = 5;

function summaryOf(fields: readonly FieldError[]): string {
  const named = fields.slice(0, MAX_NAMED).map(({ field, message }) => `${field}: ${message}`);
  const more = fields.length - named.length;
  return more > 0 ? `${named.join("; ")}; and ${more} more` : named.join("; ");
}
