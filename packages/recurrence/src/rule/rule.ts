/** From the longest to the shortest, as RFC 5545 knows them. */
export const FREQUENCIES = [
  "YEARLY",
  "MONTHLY",
  "WEEKLY",
  "DAILY",
  "HOURLY",
  "MINUTELY",
  "SECONDLY",
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** In the order of our weekday numbers: 0 is Monday. */
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** `2TU` is the second Tuesday of the month or year, `-1FR` the last Friday, `MO` (nth 0) every Monday. */
export interface WeekdayRule {
  readonly weekday: number;
  readonly nth: number;
}

/** The last moment of a series: an instant (seconds since 1970 UTC) or a wall time (seconds on the wall clock). */
export interface Until {
  readonly kind: "instant" | "wall";
  readonly seconds: number;
}

/** The BY-parts that are lists of plain numbers, each sorted and without doubles; empty where the rule has none. */
export interface NumberParts {
  readonly BYMONTH: readonly number[];
  readonly BYWEEKNO: readonly number[];
  readonly BYYEARDAY: readonly number[];
  readonly BYMONTHDAY: readonly number[];
  readonly BYHOUR: readonly number[];
  readonly BYMINUTE: readonly number[];
  readonly BYSECOND: readonly number[];
  readonly BYSETPOS: readonly number[];
}

/** A rule as it is written, read and found to make sense; nothing is taken from its start yet. */
export interface Rule extends NumberParts {
  readonly FREQ: Frequency;
  readonly INTERVAL: number;
  readonly WKST: number;
  readonly BYDAY: readonly WeekdayRule[];
  readonly COUNT?: number;
  readonly UNTIL?: Until;
}

/** All BY-parts but BYSETPOS, which chooses from what they give. */
export const BY_PARTS = [
  "BYMONTH",
  "BYWEEKNO",
  "BYYEARDAY",
  "BYMONTHDAY",
  "BYDAY",
  "BYHOUR",
  "BYMINUTE",
  "BYSECOND",
] as const;

/** Whether days are what this frequency counts in, not hours, minutes or seconds. */
export const countsInDays = (freq: Frequency): boolean =>
  FREQUENCIES.indexOf(freq) <= FREQUENCIES.indexOf("DAILY");

const LENGTHS: Readonly<Partial<Record<Frequency, number>>> = {
  DAILY: 86_400,
  HOURLY: 3_600,
  MINUTELY: 60,
  SECONDLY: 1,
};

/** Seconds of a period, for those frequencies whose periods are all of one length. */
export const lengthOf = (freq: Frequency): number | undefined => LENGTHS[freq];
