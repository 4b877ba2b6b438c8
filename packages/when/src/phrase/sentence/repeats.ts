import type { DaySaid, Duration, Facts, RepeatSaid } from "../grammar/facts.ts";

const FINE = new Set(["minute", "hour"]);

const isPlainWeekly = ({ unit, every, weekdays }: RepeatSaid): boolean =>
  unit === "week" && every === 1 && weekdays !== undefined;

const isOpen = ({ weekdays, on }: RepeatSaid): boolean => (weekdays ?? on) === undefined;

/** Two rules that are one: "every 2 hours on weekdays", "twice a week on Mondays". */
export function mergeRepeats(one: RepeatSaid, other: RepeatSaid): RepeatSaid | undefined {
  const [days, rest] = other.weekdays ? [other, one] : [one, other];
  if (!isPlainWeekly(days) || !isOpen(rest)) return undefined;
  if (rest.unit === "week" || FINE.has(rest.unit)) return { ...rest, weekdays: days.weekdays };
  return rest.unit === "day" && rest.every === 1 ? { ...days, period: rest.period } : undefined;
}

const YEARLY = new Set(["of_month", "nth", "edge", "date", "feast", "month"]);
const MONTHLY = new Set(["of_month", "nth", "edge"]);

function weekdaysOf(day: DaySaid): readonly number[] | undefined {
  if (day.day === "weekdays") return day.weekdays;
  return day.day === "weekday" && day.which === "plain" ? [day.weekday] : undefined;
}

/** "Every week" and "on Friday": the day on which such a rule comes. */
function anchored(repeat: RepeatSaid, day: DaySaid): RepeatSaid | undefined {
  const { unit } = repeat;
  const weekdays = unit === "week" ? weekdaysOf(day) : undefined;
  if (weekdays) return { ...repeat, weekdays };
  const isOwn =
    (unit === "month" && MONTHLY.has(day.day)) || (unit === "year" && YEARLY.has(day.day));
  return isOwn ? { ...repeat, on: day } : undefined;
}

/** A named day beside a rule says on which day or in which month it comes, or from which day on. */
export function dayOfRepeat(repeat: RepeatSaid, day: DaySaid): Facts {
  const own = isOpen(repeat) ? anchored(repeat, day) : undefined;
  if (own) return { repeat: own };
  return day.day === "month" ? { repeat, months: [day.month] } : { repeat, starting: day };
}

/** "Every day meditate for 20 minutes": that is not how long the series goes on. */
export const isTooShort = ({ unit }: RepeatSaid, lasting: Duration | undefined): boolean =>
  !FINE.has(unit) && (lasting?.some((amount) => FINE.has(amount.unit)) ?? false);
