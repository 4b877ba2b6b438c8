import type { DayKinds, DaySaid } from "../grammar/facts.ts";
import { type Day, dayOf, fieldsOf, isInRange, lastOfMonth, weekdayOf } from "./calendar.ts";
import { countedDay, movedWorkdays } from "./counted-days.ts";
import { moveDay } from "./durations.ts";
import { edgeOfMonth, edgeOfStretch } from "./edges.ts";
import { holidayOn } from "./holidays.ts";

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

export interface Present {
  readonly today: Day;
  /** The weekday a week begins with; Monday is 1. */
  readonly weekStart: number;
  readonly dayFirst?: boolean | undefined;
}

const one = (day: Day | undefined, later?: Day): DaySense | undefined =>
  day === undefined ? undefined : { choices: [{ day, later }] };

const several = (days: readonly Day[], doubt: DayDoubt): DaySense => ({
  choices: days.map((day) => ({ day })),
  doubt,
});

const weekOf = (day: Day, { weekStart }: Present): Day =>
  day - ((weekdayOf(day) - weekStart + 7) % 7);

const coming = (weekday: number, { today }: Present): Day =>
  today + ((weekday - weekdayOf(today) + 7) % 7);

function weekdaySense({ weekday, which }: DaySaid<"weekday">, present: Present): DaySense {
  const day = coming(weekday, present);
  const { today } = present;
  const next = day === today ? day + 7 : day;
  if (which === "coming") return { choices: [{ day: next }] };
  if (which === "this") return { choices: [{ day }] };
  if (which === "plain")
    return day > today
      ? { choices: [{ day, later: day + 7 }] }
      : { choices: [{ day, later: day + 7 }, { day: day + 7 }], doubt: "today_or_in_a_week" };
  // The next one, or the one of next week, where these differ.
  const isNextWeek = next >= weekOf(today, present) + 7;
  return isNextWeek ? { choices: [{ day: next }] } : several([next, next + 7], "this_or_next");
}

/** The first year from now on in which that date is there and not past. */
function nextDate(month: number, date: number, today: Day): Day | undefined {
  const { year } = fieldsOf(today);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = dayOf(year + ahead, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

function dateSense(said: DaySaid<"date">, present: Present): DaySense | undefined {
  const { month, date, year, weekday } = said;
  const { today } = present;
  const day = year === undefined ? nextDate(month, date, today) : dayOf(year, month, date);
  if (day === undefined) return undefined;
  if (weekday === undefined || weekdayOf(day) === weekday) return one(day);
  return several([day, coming(weekday, present)], "which_day");
}

function numericSense({ first, other, year, weekday }: DaySaid<"numeric">, present: Present) {
  const { dayFirst } = present;
  const read = (date: number, month: number): DaySense | undefined =>
    month > 12 ? undefined : dateSense({ day: "date", month, date, year }, present);
  const asDay = read(first, other);
  const asMonth = read(other, first);
  if (dayFirst !== undefined) return dayFirst ? (asDay ?? asMonth) : (asMonth ?? asDay);
  const days = [asDay, asMonth].flatMap((sense) => sense?.choices.map(({ day }) => day) ?? []);
  const named = days.filter((day) => weekday === undefined || weekdayOf(day) === weekday);
  const meant = [...new Set(named.length > 0 ? named : days)];
  return meant.length > 0 ? several(meant, "day_or_month") : undefined;
}

/** The 3rd: of this month, else of the next that has one. */
function ofMonthSense(said: DaySaid<"of_month">, { today }: Present): DaySense | undefined {
  const date = said.dates[0] ?? 1;
  const { year, month } = fieldsOf(today);
  const inMonth = (ahead: number): Day | undefined =>
    date === -1 ? lastOfMonth(year, month + ahead) : dayOf(year, month + ahead, date);
  if (said.dates.length > 1) return undefined;
  if (said.months !== undefined)
    return one(inMonth(said.months) ?? edgeOfMonth(year, month + said.months, "end"));
  const fits = (day: Day | undefined): day is Day =>
    day !== undefined &&
    day >= today &&
    (said.weekday === undefined || weekdayOf(day) === said.weekday);
  const [day, later] = Array.from({ length: 40 }, (_, ahead) => inMonth(ahead)).filter(fits);
  return one(day, later);
}

function movedSense({ base, by, back }: DaySaid<"moved">, present: Present): DaySense | undefined {
  const sense = senseOfDay(base, present);
  const sign = back ? -1 : 1;
  return (
    sense && {
      ...sense,
      choices: sense.choices.map(({ day }) => ({ day: moveDay(day, by, sign) })),
    }
  );
}

function besideSense(said: DaySaid<"beside">, present: Present): DaySense | undefined {
  const { weekday, base, back } = said;
  const sense = senseOfDay(base, present);
  const beside = (day: Day): Day => {
    const ahead = (weekday - weekdayOf(day) + 7) % 7 || 7;
    return back ? day - ((7 - ahead) % 7 || 7) : day + ahead;
  };
  return sense && { ...sense, choices: sense.choices.map(({ day }) => ({ day: beside(day) })) };
}

/** Today on a Saturday or Sunday counts as this weekend. */
function weekendSense({ which }: DaySaid<"weekend">, present: Present): DaySense {
  const { today } = present;
  const isWeekend = weekdayOf(today) >= 6;
  const saturday = isWeekend ? today : coming(6, present);
  if (which === "this") return { choices: [{ day: saturday }] };
  const next = coming(6, { ...present, today: today + 1 });
  return isWeekend ? { choices: [{ day: next }] } : several([next, next + 7], "this_or_next");
}

function workdaysSense({ count, base }: DaySaid<"workdays">, present: Present) {
  const sense = base ? senseOfDay(base, present) : one(present.today);
  const moved = ({ day }: DayChoice): DayChoice => ({ day: movedWorkdays(day, count) });
  return sense && { ...sense, choices: sense.choices.map(moved) };
}

type Senses = {
  readonly [K in keyof DayKinds]: (said: DaySaid<K>, present: Present) => DaySense | undefined;
};

const SENSES: Senses = {
  shift: ({ days }, { today }) => one(today + days),
  weekday: weekdaySense,
  weekdays: ({ weekdays }, present) => {
    const days = weekdays.map((weekday) => coming(weekday, present)).toSorted((a, b) => a - b);
    return { choices: days.map((day) => ({ day, later: day + 7 })), doubt: "which_day" };
  },
  in_week: ({ weekday, weeks }, present) => {
    const week = weekOf(present.today, present) + 7 * weeks;
    return one(week + ((weekday - present.weekStart + 7) % 7));
  },
  date: dateSense,
  numeric: numericSense,
  of_month: ofMonthSense,
  nth: (said, { today }) => one(countedDay(said, today)),
  edge: (said, present) => one(edgeOfStretch(said, present)),
  month: ({ month, edge, year, shift }, { today }) => {
    const now = fieldsOf(today);
    const isPast = shift === undefined ? month < now.month : month <= now.month && shift > 0;
    const isThis = year === undefined && month === now.month && !isPast;
    return one(edgeOfMonth(year ?? now.year + Number(isPast), month, isThis ? "end" : edge));
  },
  weekend: weekendSense,
  feast: ({ feast, year }, { today }) => one(holidayOn(feast, today, year)),
  beside: besideSense,
  moved: movedSense,
  workdays: workdaysSense,
};

/** The days a phrase may mean, seen from today; undefined where there is no such day, as the 31st of June. */
export function senseOfDay<K extends keyof DayKinds>(
  said: DaySaid<K>,
  present: Present,
): DaySense | undefined {
  const sense = SENSES[said.day](said, present);
  return sense?.choices.every(({ day }) => isInRange(day)) ? sense : undefined;
}
