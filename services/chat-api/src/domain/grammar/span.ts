import type { Temporal } from "temporal-polyfill";

type Unit = "seconds" | "minutes" | "hours" | "days" | "weeks";
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ["s", "seconds"],
  ["sec", "seconds"],
  ["second", "seconds"],
  ["min", "minutes"],
  ["minute", "minutes"],
  ["h", "hours"],
  ["hr", "hours"],
  ["hour", "hours"],
  ["day", "days"],
  ["week", "weeks"],
]);
const NUMBERS = "a an one two three four five six seven eight nine ten eleven twelve".split(" ");
const SPAN = /^in (\S*\d|[a-z]+) ?([a-z]+)$/;
const WHOLE = /^\d{1,9}$/;

/**
 * The moment "in 10 seconds", "in two days" or "in an hour" means. Days and weeks keep the wall time,
 * hours and less are counted on the clock. `"impossible"`: a number we do not read, or beyond the calendar.
 */
export function readSpan(
  text: string,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | "impossible" | undefined {
  if (text === "in half an hour") return now.add({ minutes: 30 });
  const [, count = "", word = ""] = SPAN.exec(text) ?? [];
  const unit = UNITS.get(word) ?? UNITS.get(word.replace(/s$/, ""));
  return unit && addTo(now, amountOf(count), unit);
}

function addTo(now: Temporal.ZonedDateTime, amount: Amount, unit: Unit) {
  if (typeof amount !== "number") return amount;
  try {
    return now.add({ [unit]: amount });
  } catch {
    return "impossible";
  }
}

type Amount = number | "impossible" | undefined;
function amountOf(count: string): Amount {
  if (WHOLE.test(count)) return Number(count);
  const spelled = NUMBERS.indexOf(count);
  if (spelled !== -1) return Math.max(1, spelled - 1);
  return /\d/.test(count) ? "impossible" : undefined;
}
