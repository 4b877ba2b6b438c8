import type { Names } from "../grammar/language.ts";
import type { Offset } from "@todo-mesh/recurrence";

type Unit = keyof Names["units"];

const DAYS_IN_WEEK = 7;
const MINUTES_IN_HOUR = 60;

const lengthReading = (count: number, [single, plural]: readonly [string, string]): string =>
  `${count} ${count === 1 ? single : plural}`;

/** In the coarser unit, where it comes out even. */
function length(size: number, [fine, coarse, many]: readonly [Unit, Unit, number], names: Names) {
  return size % many === 0
    ? lengthReading(size / many, names.units[coarse])
    : lengthReading(size, names.units[fine]);
}

const side = (amount: number, { before, after, due }: Names): string =>
  `${amount < 0 ? before : after} ${due}`;

/** "10 minutes before it is due", "1 day before it is due, at 19:00". */
export function offsetReading(offset: Offset, names: Names): string {
  if ("minutes" in offset) {
    const { minutes } = offset;
    if (minutes === 0) return names.whenDue;
    const size = length(Math.abs(minutes), ["minute", "hour", MINUTES_IN_HOUR], names);
    return `${size} ${side(minutes, names)}`;
  }
  const { days, time } = offset;
  const clock = time === undefined ? "" : `, ${names.at} ${time}`;
  if (days === 0) return `${names.onTheDay}${clock}`;
  const size = length(Math.abs(days), ["day", "week", DAYS_IN_WEEK], names);
  return `${size} ${side(days, names)}${clock}`;
}
