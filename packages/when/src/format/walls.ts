import type { LocalDate, WallTime } from "@todo-mesh/recurrence";
import type { Names } from "../grammar/language.ts";
import type { HourOfDay } from "../meaning.ts";
import { weekdayOf } from "../sense/calendar.ts";
import { wallAt } from "../sense/zoned-clocks.ts";

/** "Tuesday 24 November 2026" */
export function dateReading(date: LocalDate, { weekdays, behindWeekday, day }: Names): string {
  const weekday = weekdays[weekdayOf(wallAt(`${date}T00:00:00`).day) - 1] ?? "";
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return `${weekday}${behindWeekday}${day(dayOfMonth, month - 1, year)}`;
}

/** "09:00"; with its seconds, if there are any. */
export const clockReading = (local: WallTime): string =>
  local.endsWith(":00") ? local.slice(11, 16) : local.slice(11);

/** " to 17:00" */
export const endReading = (end: HourOfDay | undefined, { to }: Names): string =>
  end === undefined ? "" : ` ${to} ${end}`;

/** "Tuesday 24 November 2026, 09:00" */
export const wallReading = (local: WallTime, names: Names): string =>
  `${dateReading(local.slice(0, 10), names)}, ${clockReading(local)}`;
