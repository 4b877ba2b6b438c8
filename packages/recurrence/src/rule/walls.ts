import { sizeBefore } from "./content.ts";
import { limitsOf } from "./limits.ts";
import type { Budget } from "./budget.ts";
import type { Plan } from "./plan.ts";
import { lengthOf } from "./rule.ts";
import { type Found, type Search, searchOf } from "./search.ts";

interface Cursor {
  readonly found: Found | undefined;
  /** How many of the rule's dates lie before what was found. */
  readonly counted: number;
}

/**
 * The wall times of a rule in order, from `from` on and up to `until`, in seconds. Ends early when the budget runs out.
 * What lies between the start and `from` is passed over, not walked, unless it must be counted.
 */
export function* wallsOf(
  plan: Plan,
  from: number,
  until: number,
  budget: Budget,
): Generator<number, void, undefined> {
  const search = searchOf(plan, until, budget);
  const begin = Math.max(plan.start, from);
  const most = plan.COUNT ?? Infinity;
  let { found, counted } =
    most === Infinity ? leap(search, begin) : count(plan, search, begin, budget);

  while (found !== undefined && counted < most) {
    const { content, period } = found;
    // Only in the period of the start may something lie before it, and that does not count.
    const early = sizeBefore(content, plan.start);
    let index = sizeBefore(content, begin);
    counted += index - early;
    for (; index < content.size && counted < most; index += 1, counted += 1) {
      if (content.at(index) > until) return;
      yield content.at(index);
    }
    found = search.find(period + plan.INTERVAL);
  }
}

const leap = (search: Search, begin: number): Cursor => ({
  found: search.find(search.lastBefore(begin)),
  counted: 0,
});

/** Walks period by period, but by arithmetic where all are alike, to the one in which `begin` lies. */
function count(plan: Plan, search: Search, begin: number, budget: Budget): Cursor {
  const most = plan.COUNT ?? Infinity;
  let counted = 0;
  let found = search.find(search.first);
  while (found !== undefined && counted < most && budget.left > 0) {
    const { content, period } = found;
    if (content.at(content.size - 1) >= begin) break;
    const alike = period > search.first && allAlike(plan);
    const ahead = alike ? Math.max(1, (search.lastBefore(begin) - period) / plan.INTERVAL) : 1;
    counted += (content.size - sizeBefore(content, plan.start)) * ahead;
    found = search.find(period + ahead * plan.INTERVAL);
  }
  return { found, counted };
}

/** Whether every period of a rule holds as many dates as every other. */
function allAlike(plan: Plan): boolean {
  if (plan.BYMONTH.length + plan.BYMONTHDAY.length + plan.BYYEARDAY.length > 0) return false;
  if (plan.FREQ === "WEEKLY") return true;
  const length = lengthOf(plan.FREQ);
  return length !== undefined && plan.BYDAY.length === 0 && limitsOf(plan, length).length === 0;
}
