import { parseRule } from "./parse.ts";

export type Verdict =
  { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly part: string };

/** Whether a rule (without "RRULE:") is one we can follow; if not, why, and which part is at fault. Never throws. */
export function checkRule(rule: string): Verdict {
  const read = parseRule(rule);
  return "refused" in read ? { ok: false, reason: read.refused, part: read.part } : { ok: true };
}
