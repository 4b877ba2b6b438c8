import { dateOf, DAY, weekdayOf } from "../zone/calendar.ts";
import { isDay } from "../zone/wall.ts";
import { FREQUENCIES, type Frequency, type Rule } from "./rule.ts";

/** A rule with all that RFC 5545 takes from its start filled in. */
export interface Plan extends Rule {
  /** The DTSTART, in seconds on the wall clock. */
  readonly start: number;
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const HOURS = range(24);
const SIXTY = range(60);

const shorterThan = (freq: Frequency, other: Frequency): boolean =>
  FREQUENCIES.indexOf(freq) > FREQUENCIES.indexOf(other);

/** Whole days have no time: RFC 5545 has hours, minutes and seconds of a rule ignored where its start is a day. */
export const ofStart = (rule: Rule, start: string): Rule =>
  isDay(start) ? { ...rule, BYHOUR: [], BYMINUTE: [], BYSECOND: [] } : rule;

/** What a rule leaves unsaid is as in its start; what is shorter than its frequency is free. */
export function planFrom(rule: Rule, start: number): Plan {
  const day = Math.floor(start / DAY);
  const time = start - day * DAY;
  const hour = shorterThan(rule.FREQ, "DAILY") ? HOURS : [Math.floor(time / 3600)];
  const minute = shorterThan(rule.FREQ, "HOURLY") ? SIXTY : [Math.floor(time / 60) % 60];
  const second = rule.FREQ === "SECONDLY" ? SIXTY : [time % 60];
  return {
    ...rule,
    ...unsaidDays(rule, day),
    BYHOUR: rule.BYHOUR.length > 0 ? rule.BYHOUR : hour,
    BYMINUTE: rule.BYMINUTE.length > 0 ? rule.BYMINUTE : minute,
    BYSECOND: rule.BYSECOND.length > 0 ? rule.BYSECOND : second,
    start,
  };
}

function unsaidDays(rule: Rule, day: number): Partial<Rule> {
  if (rule.BYDAY.length + rule.BYMONTHDAY.length + rule.BYYEARDAY.length > 0) return {};
  const { month, day: ofMonth } = dateOf(day);
  if (rule.FREQ === "WEEKLY" || rule.BYWEEKNO.length > 0)
    return { BYDAY: [{ weekday: weekdayOf(day), nth: 0 }] };
  if (rule.FREQ === "MONTHLY") return { BYMONTHDAY: [ofMonth] };
  if (rule.FREQ !== "YEARLY") return {};
  return { BYMONTH: rule.BYMONTH.length > 0 ? rule.BYMONTH : [month], BYMONTHDAY: [ofMonth] };
}
