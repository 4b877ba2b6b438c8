import type { Recurrence, Zone } from "../../types.ts";
import { DAY } from "../../zone/calendar.ts";
import { sayDay, WEEKDAY_NAMES } from "../../zone/names.ts";
import { isDay, readWall, readWallOrDay, writeWall } from "../../zone/wall.ts";
import { toLocal } from "../../zone/zone.ts";
import { parseRule } from "../parse.ts";
import { type Plan, planFrom } from "../plan.ts";
import { countsInDays, type Frequency } from "../rule.ts";
import { dayPhrase, months, weekdays, words } from "./days.ts";
import { timePhrase } from "./times.ts";

const UNITS: Readonly<Record<Frequency, string>> = {
  YEARLY: "year",
  MONTHLY: "month",
  WEEKLY: "week",
  DAILY: "day",
  HOURLY: "hour",
  MINUTELY: "minute",
  SECONDLY: "second",
};

/**
 * A rule in plain English, with its time of day unless it is about whole days: "every weekday at 08:00",
 * "every 2 weeks on Tuesday at 09:00, 5 times". An end told in UTC is given in the time zone, if there is one.
 * What is no rule comes back as it is.
 */
export function describeRule(
  recurrence: Pick<Recurrence, "rule" | "start" | "from"> & { readonly timezone?: Zone },
  allDay = isDay(recurrence.start),
): string {
  const rule = parseRule(recurrence.rule);
  const start = readWallOrDay(recurrence.start);
  if ("refused" in rule || start === undefined) return recurrence.rule;
  const plan = planFrom(rule, Math.floor(start));
  const time = allDay && countsInDays(plan.FREQ) ? "" : timePhrase(plan);
  const from = recurrence.from === "completion" ? ", counted from when it is done" : "";
  return (
    words([rhythm(plan), time]) + weekBegin(plan) + endPhrase(plan, recurrence.timezone) + from
  );
}

/** "every Monday", "every 2 weeks on Monday", "every month on the 3rd", "every 90 minutes". */
function rhythm(plan: Plan): string {
  const unit = UNITS[plan.FREQ];
  if (plan.INTERVAL > 1) return words([`every ${plan.INTERVAL} ${unit}s`, dayPhrase(plan)]);
  const byWeekday = plan.BYDAY.length > 0 && plan.BYSETPOS.length + plan.BYMONTHDAY.length === 0;
  return (plan.FREQ === "WEEKLY" || plan.FREQ === "DAILY") && byWeekday
    ? words([`every ${weekdays(plan)}`, months(plan)])
    : words([`every ${unit}`, dayPhrase(plan)]);
}

/** On which day weeks begin matters only where some of them are left out and others hold more than one date. */
function weekBegin(plan: Plan): string {
  const matters = plan.FREQ === "WEEKLY" && plan.INTERVAL > 1 && plan.BYDAY.length > 1;
  return matters && plan.WKST > 0
    ? `, in weeks that begin on ${WEEKDAY_NAMES[plan.WKST] ?? ""}`
    : "";
}

/** ", 5 times" or ", until 24 December 2026" (with its time, unless that is the end of the day). */
function endPhrase({ COUNT, UNTIL }: Plan, zone: Zone | undefined): string {
  if (COUNT !== undefined) return COUNT === 1 ? ", once" : `, ${COUNT} times`;
  if (UNTIL === undefined) return "";
  if (UNTIL.kind !== "instant") return untilWall(UNTIL.seconds);
  if (zone === undefined) return `${untilDay(UNTIL.seconds)}, ${clock(UNTIL.seconds)} UTC`;
  const local = toLocal(new Date(UNTIL.seconds * 1_000), zone);
  return untilWall(readWall(local) ?? UNTIL.seconds);
}

const LAST_SECOND = DAY - 1;

const untilWall = (seconds: number): string =>
  seconds % DAY === LAST_SECOND ? untilDay(seconds) : `${untilDay(seconds)}, ${clock(seconds)}`;

const clock = (seconds: number): string => writeWall(seconds).slice(11, 16);

const untilDay = (seconds: number): string => `, until ${sayDay(writeWall(seconds))}`;
