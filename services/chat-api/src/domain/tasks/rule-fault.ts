import type { FieldError } from "@todo-mesh/contracts";
import type { Refusal as NoDates } from "@todo-mesh/recurrence";

const FIELDS = new Set(["start", "timezone", "exdates", "rdates"]);

/** The field at fault; for a rule, the message names the part of it. */
export function faultOf({ refused, part }: NoDates): FieldError {
  if (FIELDS.has(part)) return { field: part, message: refused };
  return { field: "rule", message: refused.includes(part) ? refused : `${part}: ${refused}` };
}
