import type { WordValues } from "../../grammar/values.ts";

const upwards = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name, index) => [name.toLowerCase(), index + 1]));

export const WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(" ");
export const MONTHS =
  "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

const full = { ...upwards(WEEKDAYS), sonnabend: 6 };

/** As they are written, for "do" and "so" are words. */
export const shortWeekdays = { Mo: 1, Di: 2, Mi: 3, Do: 4, Fr: 5, Sa: 6 };

/** Weekdays that are nothing else. */
export const clearWeekdays = { ...full, "So.": 7 };

export const weekdays = { ...clearWeekdays, ...shortWeekdays, So: 7 };

const plural = (name: string): string => `${name}s`;

/** "montags" */
export const onWeekdays: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(full).map(([name, weekday]) => [plural(name), weekday]),
);

export const months = {
  ...upwards(MONTHS),
  jänner: 1,
  feber: 2,
  jan: 1,
  feb: 2,
  mrz: 3,
  mär: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  okt: 10,
  nov: 11,
  dez: 12,
};

const NOON = { hour: 12, minute: 0, second: 0, sure: true };
const PARTS: Readonly<Record<string, WordValues["weekday_part"]["facts"]>> = {
  früh: { period: "morning" },
  morgen: { period: "morning" },
  vormittag: { period: "morning" },
  mittag: { clocks: [NOON] },
  nachmittag: { period: "afternoon" },
  abend: { period: "evening" },
  nacht: { period: "late_night" },
};

/** "freitagabend", and with its end "freitagabends". */
export const weekdayParts = (end: string): Readonly<Record<string, WordValues["weekday_part"]>> =>
  Object.fromEntries(
    Object.entries(full).flatMap(([day, weekday]) =>
      Object.entries(PARTS).map(([part, facts]) => [day + part + end, { weekday, facts }] as const),
    ),
  );
