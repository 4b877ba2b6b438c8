import { DAY } from "../zone/calendar.ts";
import type { Plan } from "./plan.ts";

/**
 * The parts by which a rule skips some of its periods of `length` seconds. Each leads from a second of the day to the
 * first one, not before it, whose hour (or minute, or second) it allows.
 */
export function limitsOf(plan: Plan, length: number): ((time: number) => number)[] {
  const parts = [
    { allowed: plan.BYHOUR, unit: 3600, of: 24 },
    { allowed: plan.BYMINUTE, unit: 60, of: 60 },
    { allowed: plan.BYSECOND, unit: 1, of: 60 },
  ];
  return parts
    .filter(({ allowed, unit, of }) => unit >= length && unit < DAY && allowed.length < of)
    .map(({ allowed, unit, of }) => limitTo(allowed, unit, of));
}

function limitTo(allowed: readonly number[], unit: number, of: number) {
  return (time: number): number => {
    const now = Math.floor(time / unit);
    const place = now % of;
    const next = allowed.find((each) => each >= place);
    // None left in this hour (or day): the search goes on from its end.
    return next === place ? time : (now - place + (next ?? of)) * unit;
  };
}
