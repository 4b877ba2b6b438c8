import type { Moment, Period } from "./grammar/facts.ts";

const at = (hour: number, minute = 0): number => hour * 60 + minute;

/** The hour we take for a part of the day, and its end, in minutes of the day; and the half of the day its hours are in. */
export const PERIODS: Readonly<
  Record<
    Period,
    { readonly at: number; readonly until: number; readonly half: "am" | "pm" | "night" }
  >
> = {
  first_thing: { at: at(8), until: at(10), half: "am" },
  early_morning: { at: at(7), until: at(9), half: "am" },
  morning: { at: at(9), until: at(12), half: "am" },
  midmorning: { at: at(10, 30), until: at(12), half: "am" },
  afternoon: { at: at(15), until: at(18), half: "pm" },
  late_afternoon: { at: at(17), until: at(19), half: "pm" },
  evening: { at: at(19), until: at(23), half: "pm" },
  night: { at: at(20), until: at(24), half: "night" },
  late_night: { at: at(22), until: at(24), half: "night" },
};

/** The hours of times that everyone sets a little differently. */
export const MOMENTS: Readonly<
  Record<Moment, { readonly before: number; readonly at: number; readonly after: number }>
> = {
  breakfast: { before: at(7, 30), at: at(8), after: at(8, 30) },
  work: { before: at(8, 30), at: at(9), after: at(18) },
  lunch: { before: at(11, 30), at: at(12, 30), after: at(13, 30) },
  dinner: { before: at(18, 30), at: at(19), after: at(20, 30) },
  bed: { before: at(22), at: at(22), after: at(22) },
  end_of_day: { before: at(17), at: at(17), after: at(17) },
};

/** Nobody who says "at 6" just before that hour means the other half of the day. */
export const SOON_MINUTES = 120;

/** Before this the night goes on: an hour said then may be one of the night. */
export const DAY_BEGINS = at(5);

/** Which half of the day people mean by an hour on a day they named; the others are asked back. */
export const EVERYDAY_HALF: Readonly<Record<number, "am" | "pm" | "ask">> = {
  1: "pm",
  2: "pm",
  3: "pm",
  4: "pm",
  5: "pm",
  6: "ask",
  7: "am",
  8: "am",
  9: "am",
  10: "am",
  11: "am",
  12: "pm",
};

/** What "twice a week" and its like may mean, where the days are not said; it is asked back. */
export const TIMES_A_WEEK: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [
    [1, 4],
    [2, 5],
  ],
  3: [
    [1, 3, 5],
    [2, 4, 6],
  ],
  4: [
    [1, 2, 4, 5],
    [1, 3, 5, 7],
  ],
  5: [
    [1, 2, 3, 4, 5],
    [1, 2, 4, 5, 6],
  ],
  6: [
    [1, 2, 3, 4, 5, 6],
    [1, 2, 3, 4, 5, 7],
  ],
};

/** The same for "twice a month", in dates. */
export const TIMES_A_MONTH: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [
    [1, 15],
    [15, -1],
  ],
};

/** The same for "twice a day", in minutes of the day. */
export const TIMES_A_DAY: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [
    [at(9), at(18)],
    [at(8), at(20)],
  ],
  3: [
    [at(8), at(13), at(19)],
    [at(9), at(15), at(21)],
  ],
};
