import type { Names } from "../grammar/language.ts";
import { numbers, type RuleParts } from "./rule-parts.ts";

const HOUR = 60;
const FEW = 3;

/** The minutes of the day of a rule that names its hours and minutes; none: it does not, or in a way of its own. */
export function timesOf(parts: RuleParts): readonly number[] {
  const isDaily = parts.get("FREQ") === "DAILY";
  const isWeekly = parts.get("FREQ") === "WEEKLY" && !parts.has("BYSETPOS");
  if (!(isDaily || isWeekly) || parts.has("BYSECOND")) return [];
  const grid = numbers(parts.get("BYHOUR")).flatMap((hour) =>
    numbers(parts.get("BYMINUTE")).map((minute) => hour * HOUR + minute),
  );
  const places = numbers(parts.get("BYSETPOS"));
  return places.length === 0 ? grid : grid.filter((_, n) => places.includes(n + 1));
}

const two = (value: number): string => String(value).padStart(2, "0");
const clock = (minutes: number): string =>
  `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;

/** The step between times that are all equally far apart. */
function stepOf(times: readonly number[]): number | undefined {
  const [first = 0, second = 0] = times;
  const step = second - first;
  const isEven = times.every((time, n) => time === first + n * step);
  return times.length > FEW && isEven ? step : undefined;
}

const everyStep = (step: number, { every }: Names): string =>
  step % HOUR === 0 ? every(step / HOUR, "HOURLY") : every(step, "MINUTELY");

/** "every day at 08:30 and 17:15", "every 2 hours from 09:00 to 17:00, every weekday". */
export function timesReading(
  times: readonly number[],
  days: { readonly text: string; readonly isEvery: boolean },
  names: Names,
): string {
  const step = stepOf(times);
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  if (step === undefined) {
    const list = times.slice(0, -1).map(clock).join(", ");
    return `${days.text} ${names.at} ${list} ${names.and} ${clock(last)}`;
  }
  const range = `${names.from} ${clock(first)} ${names.to} ${clock(last)}`;
  return `${everyStep(step, names)} ${range}${days.isEvery ? "" : `, ${days.text}`}`;
}
