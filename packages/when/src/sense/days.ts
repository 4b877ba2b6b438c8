import type { DayKinds, DaySaid } from "../grammar/facts.ts";
import { type Day, isInRange, weekdayOf } from "./calendar.ts";
import { countedDay, movedWorkdays } from "./counted-days.ts";
import {
  dateSense,
  monthSense,
  numericSense,
  ofMonthSense,
  weekdayDateSense,
  yearSense,
} from "./dates.ts";
import {
  coming,
  type DayChoice,
  type DaySense,
  one,
  type DayContext,
  several,
  weekOf,
} from "./day-choices.ts";
import { moveDay } from "./durations.ts";
import { edgeOfStretch } from "./edges.ts";
import { holidayOn, holidaysOf } from "./holidays.ts";

function weekdaySense({ weekday, which }: DaySaid<"weekday">, present: DayContext): DaySense {
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

function movedSense(said: DaySaid<"moved">, present: DayContext): DaySense | undefined {
  const { base, by, back, weekday } = said;
  const sense = senseOfDay(base, present);
  const sign = back ? -1 : 1;
  const choices = sense?.choices.map(({ day }) => ({ day: moveDay(day, by, sign) })) ?? [];
  const [first] = choices;
  // "Friday in 3 days", which is a Saturday.
  if (first && weekday !== undefined && weekdayOf(first.day) !== weekday)
    return several([first.day, coming(weekday, present)], "which_day");
  return sense && { ...sense, choices };
}

function weekOfSense({ base, weekday }: DaySaid<"week_of">, present: DayContext) {
  const sense = senseOfDay(base, present);
  const inWeek = ({ day }: DayChoice): DayChoice => ({ day: day - weekdayOf(day) + weekday });
  return sense && { ...sense, choices: sense.choices.map(inWeek) };
}

function besideSense(said: DaySaid<"beside">, present: DayContext): DaySense | undefined {
  const { weekday, base, back } = said;
  const sense = senseOfDay(base, present);
  const beside = (day: Day): Day => {
    const ahead = (weekday - weekdayOf(day) + 7) % 7 || 7;
    return back ? day - ((7 - ahead) % 7 || 7) : day + ahead;
  };
  return sense && { ...sense, choices: sense.choices.map(({ day }) => ({ day: beside(day) })) };
}

/** Today on a Saturday or Sunday counts as this weekend. */
function weekendSense({ which }: DaySaid<"weekend">, present: DayContext): DaySense {
  const { today } = present;
  const isWeekend = weekdayOf(today) >= 6;
  const saturday = isWeekend ? today : coming(6, present);
  if (which === "this") return { choices: [{ day: saturday }] };
  const next = coming(6, { ...present, today: today + 1 });
  return isWeekend ? { choices: [{ day: next }] } : several([next, next + 7], "this_or_next");
}

function workdaysSense({ count, base }: DaySaid<"workdays">, present: DayContext) {
  const sense = base ? senseOfDay(base, present) : one(present.today);
  const moved = ({ day }: DayChoice): DayChoice => ({ day: movedWorkdays(day, count) });
  return sense && { ...sense, choices: sense.choices.map(moved) };
}

function holidaySense({ holiday, year }: DaySaid<"holiday">, { today, country }: DayContext) {
  const days = holidaysOf(holiday, country).flatMap((each) => holidayOn(each, today, year) ?? []);
  const [day, ...others] = days.toSorted((a, b) => a - b);
  if (day === undefined || others.length === 0) return one(day);
  return several([day, ...others], "which_day");
}

type Senses = {
  readonly [K in keyof DayKinds]: (said: DaySaid<K>, present: DayContext) => DaySense | undefined;
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
  dates: () => undefined,
  numeric: numericSense,
  of_month: ofMonthSense,
  weekday_date: weekdayDateSense,
  nth: (said, { today }) => one(countedDay(said, today)),
  edge: (said, present) => one(edgeOfStretch(said, present)),
  month: (said, { today }) => monthSense(said, today),
  year: ({ year }, { today }) => yearSense(year, today),
  week_of: weekOfSense,
  weekend: weekendSense,
  holiday: holidaySense,
  beside: besideSense,
  moved: movedSense,
  workdays: workdaysSense,
};

/** The days a phrase may mean, seen from today; undefined where there is no such day, as the 31st of June. */
export function senseOfDay<K extends keyof DayKinds>(
  said: DaySaid<K>,
  present: DayContext,
): DaySense | undefined {
  const sense = SENSES[said.day](said, present);
  return sense?.choices.every(({ day }) => isInRange(day)) ? sense : undefined;
}
