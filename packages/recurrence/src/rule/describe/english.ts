import { MONTH_NAMES, WEEKDAY_NAMES } from "../../zone/names.ts";
import type { Frequency } from "../rule.ts";
import { listOf } from "./lists.ts";
import type { DayGroup, RuleWords } from "./rule-words.ts";

const UNITS: Readonly<Record<Frequency, string>> = {
  YEARLY: "year",
  MONTHLY: "month",
  WEEKLY: "week",
  DAILY: "day",
  HOURLY: "hour",
  MINUTELY: "minute",
  SECONDLY: "second",
};

const GROUPS: Readonly<Record<DayGroup, string>> = {
  workday: "weekday",
  weekend: "weekend day",
  day: "day",
};

/** "1st", "22nd", "last", "3rd to last". */
function ordinal(number: number): string {
  if (number === -1) return "last";
  return number < 0 ? `${numbered(-number)} to last` : numbered(number);
}

function numbered(number: number): string {
  const teen = Math.floor(number / 10) % 10 === 1;
  const ending = teen ? undefined : ["th", "st", "nd", "rd"][number % 10];
  return `${number}${ending ?? "th"}`;
}

const COUNTED = ["", "first", "second", "third", "fourth", "fifth"];

/** "first" to "fifth", then "6th"; "last", "second to last". */
function counted(number: number): string {
  if (number === -1) return "last";
  const word = COUNTED[Math.abs(number)] ?? numbered(Math.abs(number));
  return number < 0 ? `${word} to last` : word;
}

const placesOf = (places: readonly number[]): string => listOf(places.map(counted), "and");

const theMonthDays = (days: readonly number[], last: string): string =>
  `the ${listOf(
    days.map((day) => (day < 0 ? `${ordinal(day)} day` : ordinal(day))),
    last,
  )}`;

const theYearDays = (days: readonly number[], last: string): string =>
  `the ${listOf(
    days.map((day) => `${ordinal(day)} day`),
    last,
  )} of the year`;

const plural = (noun: string, many: boolean): string => (many ? `${noun}s` : noun);

/** English, and what is said where no other language is asked for. */
export const englishRules: RuleWords = {
  weekdays: WEEKDAY_NAMES,
  months: MONTH_NAMES,
  and: "and",
  or: "or",
  at: "at",
  to: "to",
  until: "until",
  fromCompletion: ", counted from when it is done",
  day: (date, month, year) => `${date} ${MONTH_NAMES[month] ?? ""} ${year}`,
  every: (count, unit) => (count > 1 ? `every ${count} ${UNITS[unit]}s` : `every ${UNITS[unit]}`),
  everyWeekday: (names, group) => `every ${group ? GROUPS[group] : names}`,
  onWeekdays: (days) =>
    `on ${listOf(
      days.map(({ weekday, nth, each }) => {
        const name = WEEKDAY_NAMES[weekday] ?? "";
        return nth === 0 ? `${each ? "every " : ""}${name}` : `the ${counted(nth)} ${name}`;
      }),
      "and",
    )}`,
  onGroup: (group, places) =>
    places.length > 0 ? `on the ${placesOf(places)} ${GROUPS[group]}` : `on every ${GROUPS[group]}`,
  onDates: (dates, month) => `on ${listOf(dates.map(String), "and")} ${MONTH_NAMES[month] ?? ""}`,
  onMonthDays: (days) => `on ${theMonthDays(days, "and")}`,
  onYearDays: (days) => `on ${theYearDays(days, "and")}`,
  provided: (monthDays, yearDays) => {
    const others = [
      ...(monthDays.length > 0 ? [theMonthDays(monthDays, "or")] : []),
      ...(yearDays.length > 0 ? [theYearDays(yearDays, "or")] : []),
    ];
    return ` if that is ${others.join(" and ")}`;
  },
  inMonths: (names, ofMonths) => `${ofMonths ? "of" : "in"} ${names}`,
  ofYear: "of the year",
  inWeeks: (weeks) =>
    weeks.some((week) => week < 0)
      ? `in the ${listOf(weeks.map(ordinal), "and")} week of the year`
      : `in week ${listOf(weeks.map(String), "and")}`,
  only: (places) => `(only the ${placesOf(places)} of these)`,
  lastIfNone: "(the last day where there is none)",
  weeksBeginOn: (weekday) => `in weeks that begin on ${weekday}`,
  times: (count) => (count === 1 ? "once" : `${count} times`),
  duringHours: (named, many) => `during ${many ? "the hours" : "hour"} ${named}`,
  atMinutes: (named, many) => `at ${plural("minute", many)} ${named}`,
  inMinutes: (named, many) => `in ${plural("minute", many)} ${named}`,
  atSeconds: (named, many) => `at ${plural("second", many)} ${named}`,
  seconds: (named, many) => `${plural("second", many)} ${named}`,
};
