import { DAY, newYear } from "../zone/calendar.ts";
import { type Content, contentFrom } from "./content.ts";
import { divisor, isUnsatisfiable } from "./satisfiable.ts";
import type { Budget } from "./budget.ts";
import { LAST_YEAR, periodsOf } from "./periods.ts";
import type { Plan } from "./plan.ts";

/** A period in which something happens. */
export interface Found {
  readonly period: number;
  readonly content: Content;
}

/** Finds those periods of a rule in which something happens. */
export interface Search {
  /** The period of the start: every INTERVALth from it on is the rule's. */
  readonly first: number;
  /** The last of the rule's periods that begins not after this wall time. */
  lastBefore(wall: number): number;
  /** The first of the rule's periods, from this one of them on, that is not empty. Undefined: none, or the budget ran out. */
  find(period: number): Found | undefined;
}

const END_OF_TIME = newYear(LAST_YEAR + 1) * DAY - 1;

/** `until` is the last wall time of interest. */
export function searchOf(plan: Plan, until: number, budget: Budget): Search {
  const periods = periodsOf(plan);
  const contentOf = contentFrom(plan);
  const first = periods.numberOf(plan.start);
  const last = isUnsatisfiable(plan) ? -Infinity : periods.numberOf(Math.min(until, END_OF_TIME));
  const step = plan.INTERVAL;
  // After so many periods both the calendar and the interval stand as they stood: what was not found never comes.
  const round = (periods.cycle / divisor(periods.cycle, step)) * step;

  const look = (period: number): Found | undefined => {
    const content = contentOf(periods.baseOf(period));
    return content.size === 0 ? undefined : { period, content };
  };
  return {
    first,
    lastBefore: (wall) =>
      first +
      Math.max(0, Math.floor((periods.numberOf(Math.min(wall, END_OF_TIME)) - first) / step)) *
        step,
    find(from) {
      const end = Math.min(last, from + round);
      for (let period = from; period <= end && budget.left > 0;) {
        budget.left -= 1;
        const allowed = periods.allowedFrom(period);
        if (allowed === undefined) return undefined;
        const found = allowed === period ? look(period) : undefined;
        if (found !== undefined) return found;
        period += Math.max(1, Math.ceil((allowed - period) / step)) * step;
      }
      return undefined;
    },
  };
}
