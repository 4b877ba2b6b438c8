import type { Plan } from "../plan.ts";
import { asSaid, listOf } from "./lists.ts";
import type { DayGroup, RuleWords } from "./rule-words.ts";

const ofMonths = (plan: Plan): boolean => plan.FREQ === "MONTHLY" || plan.FREQ === "YEARLY";

const GROUPS: Readonly<Record<string, DayGroup>> = {
  "01234": "workday",
  "56": "weekend",
  "0123456": "day",
};

function groupOf({ BYDAY }: Plan): DayGroup | undefined {
  if (BYDAY.some(({ nth }) => nth !== 0)) return undefined;
  const plain = BYDAY.map(({ weekday }) => weekday).toSorted((one, other) => one - other);
  return GROUPS[plain.join("")];
}

/** "every weekday", "every Monday and Friday", of a rule by weeks or days. */
export function everyWeekday(plan: Plan, words: RuleWords): string {
  const names = plan.BYDAY.map(({ weekday }) => words.weekdays[weekday] ?? "");
  return words.everyWeekday(listOf(names, words.and), groupOf(plan));
}

/** "in June and July", "of June and July". */
export function months(plan: Plan, words: RuleWords): string {
  const names = plan.BYMONTH.map((month) => words.months[month - 1] ?? "");
  if (names.length > 0) return words.inMonths(listOf(names, words.and), ofMonths(plan));
  const isOfYear = plan.BYDAY.some(({ nth }) => nth !== 0) && plan.FREQ === "YEARLY";
  return isOfYear ? words.ofYear : "";
}

const weeks = ({ BYWEEKNO }: Plan, words: RuleWords): string =>
  BYWEEKNO.length === 0 ? "" : words.inWeeks(asSaid(BYWEEKNO));

/** "on 25 December" where that says it all. */
function dates({ BYMONTH, BYMONTHDAY }: Plan, words: RuleWords): string | undefined {
  const [month = 1, ...more] = BYMONTH;
  if (BYMONTH.length === 0 || more.length > 0 || BYMONTHDAY.some((day) => day < 0))
    return undefined;
  return words.onDates(BYMONTHDAY, month - 1);
}

/**
 * The 31st of a rule written so that a month without one has it on its last day,
 * `BYMONTHDAY=28,29,30,31;BYSETPOS=-1`; undefined for other rules.
 */
function atMost({ BYMONTHDAY, BYSETPOS, BYDAY }: Plan): readonly number[] | undefined {
  const certain = BYMONTHDAY.filter((day) => day < 28);
  const row = BYMONTHDAY.slice(certain.length);
  const places = [-1, ...certain.map((_, index) => index + 1)];
  const isRow = row.length > 1 && row.every((day, index) => day === 28 + index);
  const isLast = isRow && BYDAY.length === 0 && asSaid(BYSETPOS).join() === asSaid(places).join();
  return isLast ? [...certain, ...row.slice(-1)] : undefined;
}

/** "On 3 May and on 7 June", of a rule that takes these of all pairs of a month and a day. */
function datesOfYear(plan: Plan, words: RuleWords): string | undefined {
  const { FREQ, BYMONTH, BYMONTHDAY, BYSETPOS, BYDAY } = plan;
  if (FREQ !== "YEARLY" || BYDAY.length > 0 || BYMONTH.length < 2 || BYSETPOS.length < 2)
    return undefined;
  // A day that some months lack would move the places.
  if (BYMONTHDAY.some((day) => day < 1 || day > 28)) return undefined;
  const pairs = BYMONTH.flatMap((month) => BYMONTHDAY.map((day) => ({ month, day })));
  const named = BYSETPOS.flatMap((place) => pairs.at(place > 0 ? place - 1 : place) ?? []);
  const each = named.map(({ month, day }) => words.onDates([day], month - 1));
  return listOf(each, words.and);
}

/** On which days of its period a rule happens: "on the 2nd and 15th", "on 25 December", "on the first Friday of March". */
export function dayPhrase(plan: Plan, words: RuleWords): string {
  const last = atMost(plan);
  if (last !== undefined)
    return `${dayPhrase({ ...plan, BYMONTHDAY: last, BYSETPOS: [] }, words)} ${words.lastIfNone}`;
  const named = datesOfYear(plan, words);
  if (named !== undefined) return named;
  const places = asSaid(plan.BYSETPOS);
  const group = plan.BYMONTHDAY.length + plan.BYYEARDAY.length > 0 ? undefined : groupOf(plan);
  if (places.length > 0 && group !== undefined && ofMonths(plan))
    return spaced([weeks(plan, words), words.onGroup(group, places), months(plan, words)]);
  const only = places.length > 0 ? words.only(places) : "";
  return spaced([weeks(plan, words), days(plan, words), only]);
}

/** Parts of a phrase, those that say nothing left out. */
export const spaced = (parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(" ");

function days(plan: Plan, words: RuleWords): string {
  const { BYDAY, BYMONTHDAY, BYYEARDAY } = plan;
  if (BYDAY.length > 0)
    return spaced([onWeekdays(plan, words), months(plan, words)]) + provided(plan, words);
  if (BYMONTHDAY.length > 0) {
    const on = () => spaced([words.onMonthDays(asSaid(BYMONTHDAY)), months(plan, words)]);
    return (dates(plan, words) ?? on()) + provided({ ...plan, BYMONTHDAY: [] }, words);
  }
  const yearDays = BYYEARDAY.length > 0 ? words.onYearDays(asSaid(BYYEARDAY)) : "";
  return spaced([yearDays, months(plan, words)]);
}

function onWeekdays(plan: Plan, words: RuleWords): string {
  const group = groupOf(plan);
  if (group !== undefined) return words.onGroup(group, []);
  const each = ofMonths(plan) && plan.BYWEEKNO.length === 0;
  return words.onWeekdays(plan.BYDAY.map(({ weekday, nth }) => ({ weekday, nth, each })));
}

/** What else must be true of such a day. */
const provided = ({ BYMONTHDAY, BYYEARDAY }: Plan, words: RuleWords): string =>
  BYMONTHDAY.length + BYYEARDAY.length === 0
    ? ""
    : words.provided(asSaid(BYMONTHDAY), asSaid(BYYEARDAY));
