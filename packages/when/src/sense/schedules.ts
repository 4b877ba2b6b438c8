import type {
  Clock,
  DayKinds,
  DaySaid,
  NamedHoliday,
  RepeatSaid,
  Stretch,
} from "../grammar/facts.ts";

import { holidaysOf } from "./holidays.ts";

/** The parts of an RRULE beside its ends, in the order in which they are written. */
export type Schedule = Readonly<Record<string, string | number>>;

const FREQUENCIES = {
  minute: "MINUTELY",
  hour: "HOURLY",
  day: "DAILY",
  week: "WEEKLY",
  month: "MONTHLY",
  year: "YEARLY",
} as const;

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const WORKDAYS = "MO,TU,WE,TH,FR";
const CERTAIN_DATES = 28;

const byDay = (weekdays: readonly number[]): Schedule => ({
  BYDAY: [...new Set(weekdays)]
    .toSorted((a, b) => a - b)
    .map((weekday) => CODES[weekday - 1])
    .join(","),
});

const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** The 31st is the last day where a month has none, and so with the 29th and 30th. */
export function onDates(dates: readonly number[]): Schedule {
  const certain = dates.filter((date) => date <= CERTAIN_DATES).toSorted((a, b) => a - b);
  const late = dates.filter((date) => date > CERTAIN_DATES);
  const [last] = late;
  if (last === undefined) return { BYMONTHDAY: certain.join(",") };
  // With two of them each month's last day can be either; only the 31st has an exact other name.
  if (late.length > 1 || certain.some((date) => date < 1 || date === CERTAIN_DATES))
    return { BYMONTHDAY: dates.map((date) => (date === 31 ? -1 : date)).join(",") };
  const positions = [...certain.map((_, n) => n + 1), -1];
  return {
    BYMONTHDAY: [...certain, ...span(CERTAIN_DATES, last)].join(","),
    BYSETPOS: positions.join(","),
  };
}

const onDate = (month: number, date: number): Schedule =>
  month === 2 && date === 29
    ? { BYMONTH: 2, BYMONTHDAY: "28,29", BYSETPOS: -1 }
    : { BYMONTH: month, BYMONTHDAY: date };

function onNth({ nth, also, what, month }: DaySaid<"nth">): Schedule {
  const inMonth = month === undefined ? {} : { BYMONTH: month };
  if (what === "day") return { ...inMonth, BYMONTHDAY: nth };
  if (what === "workday") return { ...inMonth, BYDAY: WORKDAYS, BYSETPOS: nth };
  const counts = also === undefined ? [nth] : [nth, also];
  return { ...inMonth, BYDAY: counts.map((n) => `${n}${CODES[what - 1] ?? ""}`).join(",") };
}

function onFeast(holiday: NamedHoliday, country: string | undefined): Schedule | undefined {
  const [one, ...others] = holidaysOf(holiday, country);
  // No rule of RFC 5545 knows Easter, nor what countries differ in.
  if (!one || others.length > 0 || "easter" in one) return undefined;
  if ("date" in one) return onDate(one.month, one.date);
  const { month, nth, weekday: what, plus } = one;
  return plus === undefined ? onNth({ day: "nth", nth, what, month }) : undefined;
}

/** Of all pairs of a month and a date, those at these places. */
function onDatesOfYear(dates: readonly DaySaid<"date">[]): Schedule | undefined {
  const months = unique(dates.map(({ month }) => month));
  const days = unique(dates.map(({ date }) => date));
  // What is not in every month, or in February in some years only, would move the places.
  if (days.some((day) => day > CERTAIN_DATES)) return undefined;
  const meant = new Set(dates.map(({ month, date }) => month * 100 + date));
  const grid = months.flatMap((month) => days.map((day) => month * 100 + day));
  const zonedClocks = grid.flatMap((each, n) => (meant.has(each) ? [n + 1] : []));
  const all = { BYMONTH: months.join(","), BYMONTHDAY: days.join(",") };
  return zonedClocks.length === grid.length ? all : { ...all, BYSETPOS: zonedClocks.join(",") };
}

type Edge = Exclude<DaySaid<"edge">["edge"], "last">;

const EDGES: Readonly<Record<Stretch, Readonly<Record<Edge, Schedule>>>> = {
  week: {
    start: { BYDAY: "MO" },
    middle: { BYDAY: "WE" },
    end: { BYDAY: "FR" },
  },
  month: { start: { BYMONTHDAY: 1 }, middle: { BYMONTHDAY: 15 }, end: { BYMONTHDAY: -1 } },
  quarter: {
    start: { BYMONTH: "1,4,7,10", BYMONTHDAY: 1 },
    middle: { BYMONTH: "2,5,8,11", BYMONTHDAY: 15 },
    end: { BYMONTH: "3,6,9,12", BYMONTHDAY: -1 },
  },
  year: {
    start: { BYMONTH: 1, BYMONTHDAY: 1 },
    middle: { BYMONTH: 7, BYMONTHDAY: 1 },
    end: { BYMONTH: 12, BYMONTHDAY: -1 },
  },
};

/** The days that rules can name; the others mean nothing in a rule. */
const ON_DAY: {
  readonly [K in keyof DayKinds]?: (
    on: DaySaid<K>,
    country: string | undefined,
  ) => Schedule | undefined;
} = {
  nth: onNth,
  of_month: ({ dates }) => onDates(dates),
  edge: ({ of, edge }) => (edge === "last" ? undefined : EDGES[of][edge]),
  date: ({ month, date }) => onDate(month, date),
  month: ({ month }) => onDate(month, 1),
  holiday: ({ holiday }, country) => onFeast(holiday, country),
  dates: ({ dates }) => onDatesOfYear(dates),
};

const onDay = <K extends keyof DayKinds>(on: DaySaid<K>, country: string | undefined) =>
  ON_DAY[on.day]?.(on, country);

const YEARS = new Set(["date", "dates", "month", "holiday"]);

/** The rule of words like "every other Tuesday", without an end; undefined where RFC 5545 has none. `country`: whose holidays. */
export function scheduleOf(repeat: RepeatSaid, country?: string): Schedule | undefined {
  const { on, unit, weekdays } = repeat;
  const byDate = on ? onDay(on, country) : {};
  if (!byDate) return undefined;
  const isInYear = on !== undefined && YEARS.has(on.day);
  const frequency = isInYear && repeat.every === 1 ? "YEARLY" : FREQUENCIES[unit];
  return { FREQ: frequency, ...intervalOf(repeat), ...byDate, ...(weekdays && byDay(weekdays)) };
}

// A quarter's days are named by their months.
const intervalOf = ({ every, stretch }: RepeatSaid): Schedule =>
  stretch === "quarter" || every === 1 ? {} : { INTERVAL: every };

const unique = (values: readonly number[]) => [...new Set(values)].toSorted((a, b) => a - b);

/** Several times of a day in one rule; undefined where there is no such rule. */
export function atTimes(schedule: Schedule, clocks: readonly Clock[]): Schedule | undefined {
  if (schedule["BYSETPOS"] !== undefined) return undefined;
  const hours = unique(clocks.map(({ hour }) => hour % 24));
  const minutes = unique(clocks.map(({ minute }) => minute));
  const grid = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const meant = new Set(clocks.map(({ hour, minute }) => (hour % 24) * 60 + minute));
  const times = { ...schedule, BYHOUR: hours.join(","), BYMINUTE: minutes.join(",") };
  if (grid.length === meant.size) return times;
  // Of all pairs of an hour and a minute, those at these places. Places are counted within a day.
  const zonedClocks = grid.flatMap((time, n) => (meant.has(time) ? [n + 1] : []));
  const isDaily = schedule["FREQ"] === "DAILY" || schedule["FREQ"] === "WEEKLY";
  if (!isDaily || schedule["INTERVAL"] !== undefined) return undefined;
  return { ...times, FREQ: "DAILY", BYSETPOS: zonedClocks.join(",") };
}

export const ruleText = (schedule: Schedule): string =>
  Object.entries(schedule)
    .map(([name, value]) => `${name}=${value}`)
    .join(";");
