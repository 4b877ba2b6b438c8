import { type Day, weekdayOf } from "./calendar.ts";

/** A day that may be meant; `later` is the one after it that the same words name, once this one's hour is past. */
export interface DayChoice {
  readonly day: Day;
  readonly later?: Day | undefined;
}

type DayDoubt = "today_or_in_a_week" | "this_or_next" | "day_or_month" | "which_day";

/** More than one choice: the words are in doubt, and this is why. */
export interface DaySense {
  readonly choices: readonly DayChoice[];
  readonly doubt?: DayDoubt;
}

export interface DayContext {
  readonly today: Day;
  /** The weekday a week begins with; Monday is 1. */
  readonly weekStart: number;
  readonly dayFirst?: boolean | undefined;
  /** Whose holidays are meant. */
  readonly country?: string | undefined;
}

export const one = (day: Day | undefined, later?: Day): DaySense | undefined =>
  day === undefined ? undefined : { choices: [{ day, later }] };

export const several = (days: readonly Day[], doubt: DayDoubt): DaySense => ({
  choices: days.map((day) => ({ day })),
  doubt,
});

export const weekOf = (day: Day, { weekStart }: DayContext): Day =>
  day - ((weekdayOf(day) - weekStart + 7) % 7);

export const coming = (weekday: number, { today }: DayContext): Day =>
  today + ((weekday - weekdayOf(today) + 7) % 7);
