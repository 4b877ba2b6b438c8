import { DAY } from "../zone/calendar.ts";
import { contentFrom } from "./content.ts";
import type { Plan } from "./plan.ts";
import { lengthOf } from "./rule.ts";

/** The greatest common divisor. */
export function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}

/**
 * Whether the steps of a rule can never fall on a time of day that it allows (every 24 hours from nine
 * o'clock it is never ten), or its periods never hold as many times as BYSETPOS wants. No search need find that out.
 */
export function isUnsatisfiable(plan: Plan): boolean {
  if (plan.BYSETPOS.length > 0 && picksNothing(plan)) return true;
  const length = lengthOf(plan.FREQ);
  if (length === undefined || length === DAY) return false;
  // From its start the interval reaches, over the days, every time of day that is this far apart.
  const apart = divisor(plan.INTERVAL, DAY / length) * length;
  const first = Math.floor(plan.start / length) * length;
  return !allowsSome(plan, length, (time) => (time - first) % apart === 0);
}

function picksNothing(plan: Plan): boolean {
  const fullest = Array.from({ length: mostDays(plan) }, () => 0);
  return contentFrom(plan)(fullest).size === 0;
}

/** No period of a rule holds more days than this. */
function mostDays(plan: Plan): number {
  if (plan.FREQ === "YEARLY") return 366;
  if (plan.FREQ === "MONTHLY") return 31;
  return plan.FREQ === "WEEKLY" ? plan.BYDAY.length : 1;
}

function allowsSome(plan: Plan, length: number, test: (time: number) => boolean): boolean {
  const minutes = length < 3600 ? plan.BYMINUTE : [0];
  const seconds = length < 60 ? plan.BYSECOND : [0];
  return plan.BYHOUR.some((hour) =>
    minutes.some((minute) => seconds.some((second) => test(hour * 3600 + minute * 60 + second))),
  );
}
