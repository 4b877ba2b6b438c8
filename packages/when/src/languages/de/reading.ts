import { type DayGroup, type Frequency, listOf, type RuleWords } from "@todo-mesh/recurrence";
import type { Language } from "../../grammar/language.ts";
import { MONTHS, WEEKDAYS } from "./calendar.ts";

const EVERY: Readonly<Record<Frequency, readonly [one: string, several: string]>> = {
  YEARLY: ["jedes Jahr", "Jahre"],
  MONTHLY: ["jeden Monat", "Monate"],
  WEEKLY: ["jede Woche", "Wochen"],
  DAILY: ["jeden Tag", "Tage"],
  HOURLY: ["jede Stunde", "Stunden"],
  MINUTELY: ["jede Minute", "Minuten"],
  SECONDLY: ["jede Sekunde", "Sekunden"],
};

const GROUPS: Readonly<Record<DayGroup, { readonly name: string; readonly every: string }>> = {
  workday: { name: "Werktag", every: "Tag von Montag bis Freitag" },
  weekend: { name: "Wochenendtag", every: "Samstag und Sonntag" },
  day: { name: "Tag", every: "Tag" },
};

const COUNTED = ["", "ersten", "zweiten", "dritten", "vierten", "fünften"];
const FROM_END = ["", "letzten", "vorletzten", "drittletzten", "viertletzten", "fünftletzten"];

/** "ersten", "6.", "vorletzten" */
const counted = (nth: number): string =>
  (nth < 0 ? FROM_END[-nth] : COUNTED[nth]) ?? (nth < 0 ? `${-nth}.-letzten` : `${nth}.`);

const ordinal = (nth: number): string => (nth < 0 ? `${counted(nth)} Tag` : `${nth}.`);
const places = (list: readonly number[]): string => listOf(list.map(counted), "und");
const monthDays = (days: readonly number[], last: string): string =>
  listOf(days.map(ordinal), last);
const yearDays = (days: readonly number[], last: string): string =>
  `${listOf(days.map(counted), last)} Tag des Jahres`;

const name = (weekday: number): string => WEEKDAYS[weekday] ?? "";

const rules: RuleWords = {
  weekdays: WEEKDAYS,
  months: MONTHS,
  and: "und",
  or: "oder",
  at: "um",
  to: "bis",
  until: "bis",
  fromCompletion: ", gezählt ab der Erledigung",
  day: (date, month, year) => `${date}. ${MONTHS[month] ?? ""} ${year}`,
  every: (count, unit) => (count > 1 ? `alle ${count} ${EVERY[unit][1]}` : EVERY[unit][0]),
  everyWeekday: (names, group) => `jeden ${group ? GROUPS[group].every : names}`,
  onWeekdays: (days) => {
    if (days.every(({ nth, each }) => nth === 0 && !each))
      return `am ${listOf(
        days.map(({ weekday }) => name(weekday)),
        "und",
      )}`;
    const said = days.map(({ weekday, nth, each }) =>
      nth === 0
        ? `${each ? "an jedem" : "am"} ${name(weekday)}`
        : `am ${counted(nth)} ${name(weekday)}`,
    );
    return listOf(said, "und");
  },
  onGroup: (group, nth) =>
    nth.length > 0 ? `am ${places(nth)} ${GROUPS[group].name}` : `an jedem ${GROUPS[group].every}`,
  onDates: (dates, month) =>
    `am ${listOf(
      dates.map((date) => `${date}.`),
      "und",
    )} ${MONTHS[month] ?? ""}`,
  onMonthDays: (days) => `am ${monthDays(days, "und")}`,
  onYearDays: (days) => `am ${yearDays(days, "und")}`,
  provided: (ofMonth, ofYear) => {
    const others = [
      ...(ofMonth.length > 0 ? [monthDays(ofMonth, "oder")] : []),
      ...(ofYear.length > 0 ? [yearDays(ofYear, "oder")] : []),
    ];
    return `, wenn es der ${others.join(" und der ")} ist`;
  },
  inMonths: (names) => `im ${names}`,
  ofYear: "des Jahres",
  inWeeks: (weeks) =>
    weeks.some((week) => week < 0)
      ? `in der ${places(weeks)} Woche des Jahres`
      : `in Woche ${listOf(weeks.map(String), "und")}`,
  only: (nth) => `(nur am ${places(nth)} davon)`,
  lastIfNone: "(am letzten Tag, wo es keinen gibt)",
  weeksBeginOn: (weekday) => `in Wochen ab ${weekday}`,
  times: (count) => (count === 1 ? "einmal" : `${count} Mal`),
  duringHours: (named, many) => `in ${many ? "den Stunden" : "der Stunde"} ${named}`,
  atMinutes: (named) => `bei Minute ${named}`,
  inMinutes: (named) => `in Minute ${named}`,
  atSeconds: (named) => `bei Sekunde ${named}`,
  seconds: (named) => `Sekunde ${named}`,
};

/** The words of our readings. */
export const reading: Language["reading"] = {
  ...rules,
  behindWeekday: ", ",
  next: "; danach: ",
  due: "der Fälligkeit",
  whenDue: "wenn es fällig ist",
  onTheDay: "am Tag der Fälligkeit",
  before: "vor",
  after: "nach",
  from: "von",
  except: "außer",
  units: {
    minute: ["Minute", "Minuten"],
    hour: ["Stunde", "Stunden"],
    day: ["Tag", "Tage"],
    week: ["Woche", "Wochen"],
  },
};
