import type { WallTime } from "../types.ts";
import { weekdayOf } from "./calendar.ts";
import { dayNumber } from "./wall.ts";

/** In English, Monday first. */
export const WEEKDAY_NAMES = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** In English. */
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The day of a date or a wall time, in words: `22 November 2026`. */
export function sayDay(text: WallTime): string {
  const [year, month = 1, day] = text.slice(0, 10).split("-").map(Number);
  return `${day} ${MONTH_NAMES[month - 1] ?? ""} ${year}`;
}

/** Its weekday: `Sunday`. */
export const sayWeekday = (text: WallTime): string =>
  WEEKDAY_NAMES[weekdayOf(dayNumber(text))] ?? "";
