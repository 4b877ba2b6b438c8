import type { LocalDate, WallTime } from "../types.ts";
import { dateOf, DAY, dayOf, monthLength } from "./calendar.ts";

// Inside, a wall time is the number of seconds from 1970-01-01T00:00 as the clock on the wall counts them.
const TEXT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?$/;

/** Seconds on the wall clock; undefined where the text is no wall time of the years 1 to 9999. */
export function readWall(text: string): number | undefined {
  const parts = TEXT.exec(text);
  if (parts === null) return undefined;
  const part = (index: number): number => Number(parts[index] ?? 0);
  const date = { year: part(1), month: part(2), day: part(3) };
  const seconds = secondsOf(part(4), part(5), part(6));
  if (!isDate(date) || seconds === undefined) return undefined;
  return dayOf(date) * DAY + seconds + part(7);
}

/** The same; a day alone is its midnight. */
export const readWallOrDay = (text: string): number | undefined =>
  readWall(isDay(text) ? `${text}T00:00` : text);

/** Whether a wall time or a day is a day alone. */
export const isDay = (text: string): boolean => text.length === 10;

const isDate = ({ year, month, day }: { year: number; month: number; day: number }): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

const secondsOf = (hour: number, minute: number, second: number): number | undefined =>
  hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : undefined;

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

const two = (value: number): string => TWO_DIGITS[value] ?? String(value);

/** Years 1 to 9999, in four digits. */
const yearText = (year: number): string => two(Math.floor(year / 100)) + two(year % 100);

/** The day of a date or a wall time, counted from 1970-01-01; 0 for what is neither. */
export const dayNumber = (text: WallTime): number => Math.floor((readWallOrDay(text) ?? 0) / DAY);

/** The day so many days after that of a date or a wall time. */
export const addDays = (text: WallTime, days: number): LocalDate =>
  writeWall((dayNumber(text) + days) * DAY).slice(0, 10);

/** The text of a wall time, to the second. */
export function writeWall(wall: number): WallTime {
  const whole = Math.floor(wall);
  const day = Math.floor(whole / DAY);
  const { year, month, day: ofMonth } = dateOf(day);
  return `${yearText(year)}-${two(month)}-${two(ofMonth)}T${clockTime(whole - day * DAY)}`;
}

/** `08:00:00` for the seconds of a day. */
const clockTime = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
