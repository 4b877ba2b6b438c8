import type { Occurrence, Recurrence } from "../types.ts";
import { occurrences } from "./occurrences.ts";

const DAY_MS = 86_400_000;
const SPANS_MS = [60_000, 3_600_000, DAY_MS, 31 * DAY_MS, 366 * DAY_MS, Infinity];
const MOST_AT_ONCE = 1_000;

/**
 * The last date of a series strictly after `after` and strictly before `before`: looked for from the end, however
 * many lie between. A series that cannot be followed has none.
 */
export function lastOccurrence(
  recurrence: Recurrence,
  { after, before }: { readonly after?: Date; readonly before: Date },
): Occurrence | undefined {
  const from = after?.getTime() ?? 0;
  for (const span of SPANS_MS) {
    const last = lastBetween(recurrence, Math.max(from, before.getTime() - span), before);
    if (last) return last;
  }
  return undefined;
}

function lastBetween(recurrence: Recurrence, fromMs: number, before: Date): Occurrence | undefined {
  let last: Occurrence | undefined;
  for (;;) {
    const after = last?.at ?? new Date(fromMs);
    const found = occurrences(recurrence, { after, before, count: MOST_AT_ONCE });
    if ("refused" in found) return last;
    last = found.at(-1) ?? last;
    if (found.length < MOST_AT_ONCE) return last;
  }
}
