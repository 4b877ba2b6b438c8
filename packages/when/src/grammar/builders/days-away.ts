import type { DaySaid, Duration, Unit } from "../facts.ts";
import type { Build } from "../values.ts";
import { isOfDays } from "./durations.ts";

const moved =
  (back: boolean): Build<DaySaid> =>
  ({ duration: by, any_day: base }) =>
    by?.every(isOfDays) && base ? { day: "moved", base, by, back } : undefined;

/** The same, one day or one week away. */
export const shifted = (base: DaySaid | 0 | undefined, days: number): DaySaid | undefined =>
  base
    ? { day: "moved", base, by: [{ count: Math.abs(days), unit: "day" }], back: days < 0 }
    : undefined;

const LONG = new Set<Unit>(["week", "month", "year"]);

/** A weekday by its name alone, or with a word before it. */
export const weekday =
  (which: "plain" | "this" | "coming" | "next"): Build<DaySaid> =>
  (slots) =>
    slots.weekday === undefined ? undefined : { day: "weekday", weekday: slots.weekday, which };

/** How many weeks that is; undefined where it is no whole number of them. */
function wholeWeeks(duration: Duration | undefined): number | undefined {
  const [weeks, ...rest] = duration ?? [];
  return weeks?.unit === "week" && rest.length === 0 ? weeks.count : undefined;
}

/** "Friday in 3 days" tells one day twice. */
const alsoOn = (named: number, by: Duration): DaySaid => ({
  day: "moved",
  base: { day: "shift", days: 0 },
  by,
  back: false,
  weekday: named,
});

const inWeek =
  (weeks: number): Build<DaySaid> =>
  (slots) =>
    slots.weekday === undefined ? undefined : { day: "in_week", weekday: slots.weekday, weeks };

const beside =
  (named: number | undefined, back: boolean): Build<DaySaid> =>
  ({ any_day: base }) =>
    named && base && { day: "beside", weekday: named, base, back };

// "Two weeks today" is a day, "two hours today" is how long something takes.
const isInWeeks = (duration: Duration): boolean =>
  duration.every(({ unit, count }) => LONG.has(unit) && Number.isInteger(count));

/** Days told by how far they are away, from today or from another day. */
export const daysAway = {
  shift: ({ day_word: days }) => (days === undefined ? undefined : { day: "shift", days }),
  after_tomorrow: () => ({ day: "shift", days: 2 }),
  today: () => ({ day: "shift", days: 0 }),
  in_a_week: ({ day_word: days }) => ({ day: "shift", days: (days ?? 0) + 7 }),
  this_weekday: weekday("this"),
  coming_weekday: weekday("coming"),
  next_weekday: weekday("next"),
  weekday_this_week: inWeek(0),
  weekday_next_week: inWeek(1),
  weekday_after_next_week: inWeek(2),
  weekday_in_a_week: (slots) => shifted(weekday("plain")(slots), 7),
  weekday_in_two_weeks: (slots) => shifted(weekday("plain")(slots), 14),
  in_two_weeks: ({ day_word: days }) => ({ day: "shift", days: (days ?? 0) + 14 }),
  weekday_before: (slots) => beside(slots.weekday, true)(slots),
  weekday_after: (slots) => beside(slots.weekday, false)(slots),
  weekday_later: ({ weekday: named, duration: by }) => {
    if (!named || !by) return undefined;
    if (wholeWeeks(by) === undefined) return alsoOn(named, by);
    return {
      day: "moved",
      base: { day: "weekday", weekday: named, which: "plain" },
      by,
      back: false,
    };
  },
  weekday_in_weeks: ({ weekday: named, duration: by }) => {
    if (!named || !by) return undefined;
    const weeks = wholeWeeks(by);
    return weeks ? { day: "in_week", weekday: named, weeks } : alsoOn(named, by);
  },
  weeks_from_day_word: ({ day_word: days, duration: by }) =>
    days !== undefined && by && isInWeeks(by)
      ? { day: "moved", base: { day: "shift", days }, by, back: false }
      : undefined,
  days_from_day_word: ({ day_word: days, duration: by }) =>
    days !== undefined &&
    by &&
    by.every((amount) => isOfDays(amount) && Number.isInteger(amount.count))
      ? { day: "moved", base: { day: "shift", days }, by, back: false }
      : undefined,
  weekend_before: beside(6, true),
  weekend_after: beside(6, false),
  week_before: ({ any_day: base }) => shifted(base, -7),
  week_after: ({ any_day: base }) => shifted(base, 7),
  same_day_next: ({ stretch }) =>
    stretch && stretch !== "quarter"
      ? {
          day: "moved",
          base: { day: "shift", days: 0 },
          by: [{ count: 1, unit: stretch }],
          back: false,
        }
      : undefined,
  weeks_from_weekday: (slots) => {
    const weeks = wholeWeeks(slots.duration);
    return weeks === undefined ? undefined : shifted(weekday("plain")(slots), 7 * weeks);
  },
  workdays: ({ number: count }) => count && { day: "workdays", count },
  next_workday: () => ({ day: "workdays", count: 1 }),
  workdays_back: ({ number: count, any_day: base }) =>
    count && base && { day: "workdays", count: -count, base },
  workdays_on: ({ number: count, any_day: base }) =>
    count && base && { day: "workdays", count, base },
  moved_on: moved(false),
  moved_back: moved(true),
  day_after: ({ any_day: base }) => shifted(base, 1),
  day_before: ({ any_day: base }) => shifted(base, -1),
} satisfies Record<string, Build<DaySaid>>;
