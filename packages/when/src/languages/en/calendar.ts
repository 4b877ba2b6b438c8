import { MONTH_NAMES, WEEKDAY_NAMES } from "@todo-mesh/recurrence";

const numbered = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name, index) => [name.toLowerCase(), index + 1]));

/** Weekdays from Monday = 1. "Sat", "sun" and "wed" are words of their own and stand elsewhere. */
export const weekdays = {
  ...numbered(WEEKDAY_NAMES),
  mon: 1,
  tue: 2,
  tues: 2,
  weds: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
};

export const months = {
  ...numbered(MONTH_NAMES),
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
