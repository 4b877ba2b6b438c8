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
function atMost({ BYMONTHDAY, BYSETPOS, BYDAY }: Plan): number | undefined {
  const row = BYMONTHDAY.length > 1 && BYMONTHDAY.every((day, index) => day === 28 + index);
  return row && BYDAY.length === 0 && BYSETPOS.join() === "-1" ? BYMONTHDAY.at(-1) : undefined;
}

/** On which days of its period a rule happens: "on the 2nd and 15th", "on 25 December", "on the first Friday of March". */
export function dayPhrase(plan: Plan, words: RuleWords): string {
  const last = atMost(plan);
  if (last !== undefined)
    return `${dayPhrase({ ...plan, BYMONTHDAY: [last], BYSETPOS: [] }, words)} ${words.lastIfNone}`;
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
