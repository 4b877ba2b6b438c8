import type { NamedHoliday, Holiday } from "../grammar/facts.ts";

/** That date of every year. */
export const on = (month: number, date: number): Holiday => ({ month, date });

/** The nth such weekday of that month, and so many days after it. */
export const nth = (count: number, weekday: number, month: number, plus?: number): Holiday => ({
  month,
  nth: count,
  weekday,
  plus,
});

/** So many days after Easter Sunday. */
export const easter = (days: number): Holiday => ({ easter: days });

/** So many days after the first Sunday of Advent, which is five days after the fourth Tuesday of November. */
export const advent = (days: number): Holiday => nth(4, 2, 11, 5 + days);

export const MOTHERING_SUNDAY = easter(-21);
export const ASCENSION = easter(39);

const SECOND_SUNDAY_OF_MAY = nth(2, 7, 5);
const FIRST_SUNDAY_OF_SEPTEMBER = nth(1, 7, 9);

/** Days of one name that countries keep on different days; a language says which is usual. */
export const MOTHERS_DAY = {
  in: {
    GB: MOTHERING_SUNDAY,
    IE: MOTHERING_SUNDAY,
    US: SECOND_SUNDAY_OF_MAY,
    CA: SECOND_SUNDAY_OF_MAY,
    AU: SECOND_SUNDAY_OF_MAY,
    NZ: SECOND_SUNDAY_OF_MAY,
    DE: SECOND_SUNDAY_OF_MAY,
    AT: SECOND_SUNDAY_OF_MAY,
    CH: SECOND_SUNDAY_OF_MAY,
  },
} satisfies NamedHoliday;

export const FATHERS_DAY = {
  in: {
    US: nth(3, 7, 6),
    AU: FIRST_SUNDAY_OF_SEPTEMBER,
    NZ: FIRST_SUNDAY_OF_SEPTEMBER,
    DE: ASCENSION,
    AT: nth(2, 7, 6),
    CH: nth(1, 7, 6),
  },
} satisfies NamedHoliday;

/** The day on which a country keeps itself. */
export const NATIONAL_DAY = {
  in: { DE: on(10, 3), AT: on(10, 26), CH: on(8, 1) },
} satisfies NamedHoliday;

export const LABOUR_DAY = {
  in: {
    US: nth(1, 1, 9),
    CA: nth(1, 1, 9),
    GB: on(5, 1),
    IE: on(5, 1),
    DE: on(5, 1),
    AT: on(5, 1),
    CH: on(5, 1),
    NZ: nth(4, 1, 10),
  },
} satisfies NamedHoliday;

export const REPENTANCE_DAY = {
  in: { DE: nth(3, 2, 11, 1), CH: nth(3, 7, 9) },
} satisfies NamedHoliday;
