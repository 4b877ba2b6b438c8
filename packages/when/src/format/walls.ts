import { calendar, type LocalDate, type WallTime } from "@todo-mesh/recurrence";
import type { Names } from "../grammar/language.ts";
import type { HourOfDay } from "../meaning.ts";

/** "Tuesday 24 November 2026" */
export function dateReading(date: LocalDate, { weekdays, behindWeekday, day }: Names): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const ofMonth = Number(date.slice(8));
  const weekday = calendar.weekdayOf(calendar.dayOf({ year, month, day: ofMonth }));
  return `${weekdays[weekday] ?? ""}${behindWeekday}${day(ofMonth, month - 1, year)}`;
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
