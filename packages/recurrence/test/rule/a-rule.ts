import {
  type Arbitrary,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  tuple,
  uniqueArray,
} from "fast-check";
import { FREQUENCIES, type Frequency, WEEKDAYS } from "../../src/rule/rule.ts";

const numbers = (min: number, max: number, size = 3): Arbitrary<string> =>
  uniqueArray(integer({ min, max }), { minLength: 1, maxLength: size }).map((list) =>
    list.toSorted((one, other) => one - other).join(),
  );

/** From 1 to `max`, or as many from the end. */
const signed = (max: number, size = 3): Arbitrary<string> =>
  uniqueArray(
    integer({ min: 1, max }).chain((number) => constantFrom(number, number, -number)),
    { minLength: 1, maxLength: size },
  ).map((list) => list.join());

const weekdays = uniqueArray(constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 4 });
const plainWeekdays = weekdays.map((list) => list.join());
const numberedWeekdays = (max: number): Arbitrary<string> =>
  tuple(weekdays, integer({ min: 1, max }), constantFrom("", "-")).map(([list, nth, sign]) =>
    list.map((day) => `${sign}${nth}${day}`).join(),
  );

const INTERVALS: Readonly<Record<Frequency, number>> = {
  YEARLY: 4,
  MONTHLY: 13,
  WEEKLY: 5,
  DAILY: 9,
  HOURLY: 30,
  MINUTELY: 100,
  SECONDLY: 500,
};

const dayParts = (freq: Frequency): Record<string, Arbitrary<string>> => {
  const weekly = { BYMONTH: numbers(1, 12), BYDAY: plainWeekdays };
  if (freq === "WEEKLY") return weekly;
  const common = { ...weekly, BYMONTHDAY: signed(31, 5) };
  if (freq !== "YEARLY" && freq !== "MONTHLY") return common;
  const numbered = { ...common, BYDAY: oneof(plainWeekdays, numberedWeekdays(5)) };
  return freq === "MONTHLY" ? numbered : { ...numbered, BYYEARDAY: signed(366, 9) };
};

const timeParts = { BYHOUR: numbers(0, 23), BYMINUTE: numbers(0, 59), BYSECOND: numbers(0, 59) };

/** Each part is there one time in four. */
const some = (parts: Record<string, Arbitrary<string>>): Arbitrary<string[]> =>
  tuple(
    ...Object.entries(parts).map(([name, value]) =>
      oneof(
        { weight: 3, arbitrary: constant("") },
        value.map((text) => `${name}=${text}`),
      ),
    ),
  ).map((list) => list.filter((part) => part !== ""));

/** Rules without an end, of every frequency and with every part but BYWEEKNO. */
export const aRule: Arbitrary<string> = constantFrom(...FREQUENCIES).chain((freq) =>
  tuple(
    some({ ...dayParts(freq), ...timeParts }),
    integer({ min: 1, max: INTERVALS[freq] }),
    constantFrom(...WEEKDAYS),
    option(signed(4, 2), { freq: 3 }),
  ).map(([parts, interval, weekStart, places]) =>
    [
      `FREQ=${freq};INTERVAL=${interval};WKST=${weekStart}`,
      ...parts,
      ...(places === null || parts.length === 0 ? [] : [`BYSETPOS=${places}`]),
    ].join(";"),
  ),
);

/** Wall times of the years 2020 to 2030. */
export const aStart: Arbitrary<string> = integer({
  min: Date.UTC(2020, 0) / 1000,
  max: Date.UTC(2030, 11) / 1000,
}).map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19));

/** Zones with changes of an hour, of half an hour, of a whole day, forth and back within a month, and with none. */
export const aZone = constantFrom(
  "Europe/Rome",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "America/St_Johns",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "UTC",
);
