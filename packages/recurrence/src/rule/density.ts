import { parseRule } from "./parse.ts";
import { FREQUENCIES, lengthOf, type Rule } from "./rule.ts";

const DAY = 86_400;

/**
 * How many dates a rule can have on one day at most, without looking for any of them: 0 for what is no rule. What it
 * leaves out of account (BYSETPOS, UNTIL, months without that day) only makes them fewer.
 */
export function mostInADay(text: string): number {
  const rule = parseRule(text);
  if ("refused" in rule) return 0;
  return Math.min(rule.COUNT ?? Infinity, datesInADay(rule));
}

const UNITS = [
  { part: "BYHOUR", all: 24, frequency: "HOURLY" },
  { part: "BYMINUTE", all: 60, frequency: "MINUTELY" },
  { part: "BYSECOND", all: 60, frequency: "SECONDLY" },
] as const;

// A unit that the frequency counts in is thinned out by its part; of a finer one each period has what the part names.
function datesInADay(rule: Rule): number {
  let [periods, each] = [1, 1];
  for (const { part, all, frequency } of UNITS) {
    const named = rule[part].length;
    if (FREQUENCIES.indexOf(frequency) <= FREQUENCIES.indexOf(rule.FREQ)) periods *= named || all;
    else each *= named || 1;
  }
  const length = rule.INTERVAL * (lengthOf(rule.FREQ) ?? DAY);
  return Math.min(periods, Math.ceil(DAY / length)) * each;
}
