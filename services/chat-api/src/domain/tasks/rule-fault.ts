import type { Refusal } from "@todo-mesh/recurrence";

/** A field of a series that is at fault, and why. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

const FIELDS = new Set(["start", "timezone", "exdates", "rdates"]);

/** The field at fault; for a rule, the message names the part of it. */
export function faultOf({ refused, part }: Refusal): Fault {
  if (FIELDS.has(part)) return { field: part, message: refused };
  return { field: "rule", message: refused.includes(part) ? refused : `${part}: ${refused}` };
}
