import type { DaySaid, Duration, Facts, RepeatSaid } from "../grammar/facts.ts";

const FINE = new Set(["minute", "hour"]);

const isPlainWeekly = ({ unit, every, weekdays }: RepeatSaid): boolean =>
  unit === "week" && every === 1 && weekdays !== undefined;

const isOpen = ({ weekdays, on }: RepeatSaid): boolean => (weekdays ?? on) === undefined;

/** Two rules that are one: "every 2 hours on weekdays", "twice a week on Mondays". */
export function mergeRepeats(one: RepeatSaid, other: RepeatSaid): RepeatSaid | undefined {
  const [days, rest] = other.weekdays ? [other, one] : [one, other];
  const { weekdays = [] } = days;
  if (!isPlainWeekly(days)) return fineOfDay(one, other) ?? fineOfDay(other, one);
  if (isPlainWeekly(rest)) return { ...rest, weekdays: [...weekdays, ...(rest.weekdays ?? [])] };
  return isOpen(rest) ? onWeekdays(rest, days) : undefined;
}

/** "Every day, every 2 hours": the hours say all. */
const fineOfDay = (day: RepeatSaid, fine: RepeatSaid): RepeatSaid | undefined =>
  day.unit === "day" && day.every === 1 && isOpen(day) && FINE.has(fine.unit) ? fine : undefined;

function onWeekdays(repeat: RepeatSaid, days: RepeatSaid): RepeatSaid | undefined {
  const { unit, every, period } = repeat;
  if (unit === "week" || FINE.has(unit)) return { ...repeat, weekdays: days.weekdays };
  return unit === "day" && every === 1 ? { ...days, period } : undefined;
}

const YEARLY = new Set(["nth", "date", "holiday", "month"]);
const MONTHLY = new Set(["of_month", "nth"]);

/** "The end of the month", but not of the next one. */
const isEdgeOf = (unit: string, day: DaySaid): boolean =>
  day.day === "edge" && day.of === unit && day.shift === undefined && !day.whole;

function weekdaysOf(day: DaySaid): readonly number[] | undefined {
  if (day.day === "weekdays") return day.weekdays;
  return day.day === "weekday" && day.which === "plain" ? [day.weekday] : undefined;
}

const MONTHS = new Set<string>(["month", "year"]);

/** "Of next month" is one month only. */
const isOnce = (day: DaySaid): boolean => "months" in day && day.months !== undefined;

function isDateOf({ unit }: RepeatSaid, day: DaySaid): boolean {
  const own = unit === "year" ? YEARLY : MONTHLY;
  return isEdgeOf(unit, day) || (MONTHS.has(unit) && own.has(day.day) && !isOnce(day));
}

/** Of "biweekly on Monday and Thursday" the other meaning, too; "on Tuesday" is not twice a week. */
const otherOn = ({ or }: RepeatSaid, weekdays: readonly number[]): RepeatSaid | undefined =>
  or && (or.times ?? weekdays.length) === weekdays.length ? { ...or, weekdays } : undefined;

/** "Every week" and "on Friday": the day on which such a rule comes. */
function anchored(repeat: RepeatSaid, day: DaySaid): RepeatSaid | undefined {
  const weekdays = repeat.unit === "week" ? weekdaysOf(day) : undefined;
  if (weekdays) return { ...repeat, weekdays, or: otherOn(repeat, weekdays) };
  return isDateOf(repeat, day) ? { ...repeat, on: day, or: undefined } : undefined;
}

/** "Every 1 March and on 5 May": the second is no start of the first. */
const isSecondDate = (repeat: RepeatSaid, day: DaySaid): boolean =>
  repeat.on !== undefined && isDateOf(repeat, day);

/**
 * A named day beside a rule says on which day or in which month it comes, or from which day on. A mere
 * "Friday" beside "every Monday" does none of these.
 */
export function dayOfRepeat(repeat: RepeatSaid, day: DaySaid): Facts | undefined {
  const own = isOpen(repeat) ? anchored(repeat, day) : undefined;
  if (own) return { repeat: own };
  if (weekdaysOf(day) || isSecondDate(repeat, day)) return undefined;
  const isFilter = day.day === "month" && day.edge === "start" && !MONTHS.has(repeat.unit);
  return isFilter ? { repeat, months: [day.month] } : { repeat, starting: day };
}

/** "Daily until 6pm" is no end of a series. */
export const isNoEnd = ({ unit }: RepeatSaid, until: Facts | undefined): boolean =>
  !FINE.has(unit) && until !== undefined && until.day === undefined;

/** "Every day meditate for 20 minutes": that is not how long the series goes on. */
export const isTooShort = ({ unit }: RepeatSaid, lasting: Duration | undefined): boolean =>
  !FINE.has(unit) && (lasting?.some((amount) => FINE.has(amount.unit)) ?? false);
