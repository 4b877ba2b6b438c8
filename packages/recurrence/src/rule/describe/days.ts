import { MONTH_NAMES, WEEKDAY_NAMES } from "../../zone/names.ts";
import type { Plan } from "../plan.ts";
import { asSaid, counted, listOf, ordinal } from "./words.ts";

type Last = "and" | "or";

const ofMonths = (plan: Plan): boolean => plan.FREQ === "MONTHLY" || plan.FREQ === "YEARLY";

/** What plain weekdays that have a name of their own are called together. */
function groupOf({ BYDAY }: Plan): string | undefined {
  if (BYDAY.some(({ nth }) => nth !== 0)) return undefined;
  const plain = BYDAY.map(({ weekday }) => weekday).toSorted((one, other) => one - other);
  return { "01234": "weekday", "56": "weekend day", "0123456": "day" }[plain.join("")];
}

/** "weekday", "Monday and Friday"; in months and years "every Monday", "the first Monday". */
export function weekdays(plan: Plan): string {
  const group = groupOf(plan);
  if (group !== undefined) return ofMonths(plan) ? `every ${group}` : group;
  const every = ofMonths(plan) && plan.BYWEEKNO.length === 0 ? "every " : "";
  return listOf(
    plan.BYDAY.map(({ weekday, nth }) => {
      const name = WEEKDAY_NAMES[weekday] ?? "";
      return nth === 0 ? `${every}${name}` : `the ${counted(nth)} ${name}`;
    }),
  );
}

const monthDays = ({ BYMONTHDAY }: Plan, last: Last): string =>
  `the ${listOf(
    asSaid(BYMONTHDAY).map((day) => (day < 0 ? `${ordinal(day)} day` : ordinal(day))),
    last,
  )}`;

const yearDays = ({ BYYEARDAY }: Plan, last: Last): string =>
  `the ${listOf(
    asSaid(BYYEARDAY).map((day) => `${ordinal(day)} day`),
    last,
  )} of the year`;

/** "in June and July", "of June and July". */
export function months(plan: Plan): string {
  const names = listOf(plan.BYMONTH.map((month) => MONTH_NAMES[month - 1] ?? ""));
  if (names === "")
    return plan.BYDAY.some(({ nth }) => nth !== 0) && plan.FREQ === "YEARLY" ? "of the year" : "";
  return `${ofMonths(plan) ? "of" : "in"} ${names}`;
}

function weeks({ BYWEEKNO }: Plan): string {
  if (BYWEEKNO.length === 0) return "";
  const fromEnd = BYWEEKNO.some((week) => week < 0);
  return fromEnd
    ? `in the ${listOf(asSaid(BYWEEKNO).map(ordinal))} week of the year`
    : `in week ${listOf(BYWEEKNO.map(String))}`;
}

/** "25 December" where that says it all. */
function date({ BYMONTH, BYMONTHDAY }: Plan): string | undefined {
  if (BYMONTH.length !== 1 || BYMONTHDAY.some((day) => day < 0)) return undefined;
  return `${listOf(BYMONTHDAY.map(String))} ${MONTH_NAMES[(BYMONTH[0] ?? 1) - 1] ?? ""}`;
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
export function dayPhrase(plan: Plan): string {
  const last = atMost(plan);
  if (last !== undefined)
    return `${dayPhrase({ ...plan, BYMONTHDAY: [last], BYSETPOS: [] })} (the last day where there is none)`;
  const places = listOf(asSaid(plan.BYSETPOS).map(counted));
  const group = plan.BYMONTHDAY.length + plan.BYYEARDAY.length > 0 ? undefined : groupOf(plan);
  if (places !== "" && group !== undefined && ofMonths(plan))
    return words([weeks(plan), `on the ${places} ${group}`, months(plan)]);
  return words([weeks(plan), days(plan)]) + (places && ` (only the ${places} of these)`);
}

export const words = (parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(" ");

function days(plan: Plan): string {
  const { BYDAY, BYMONTHDAY, BYYEARDAY } = plan;
  if (BYDAY.length > 0) {
    const every = groupOf(plan) === undefined || ofMonths(plan) ? "" : "every ";
    return words([`on ${every}${weekdays(plan)}`, months(plan)]) + provided(plan);
  }
  if (BYMONTHDAY.length > 0) {
    const named = date(plan) ?? words([monthDays(plan, "and"), months(plan)]);
    return `on ${named}${provided({ ...plan, BYMONTHDAY: [] })}`;
  }
  return words([BYYEARDAY.length > 0 ? `on ${yearDays(plan, "and")}` : "", months(plan)]);
}

/** What else must be true of such a day. */
function provided(plan: Plan): string {
  const others = [
    plan.BYMONTHDAY.length > 0 ? monthDays(plan, "or") : "",
    plan.BYYEARDAY.length > 0 ? yearDays(plan, "or") : "",
  ].filter((other) => other !== "");
  return others.length === 0 ? "" : ` if that is ${others.join(" and ")}`;
}
