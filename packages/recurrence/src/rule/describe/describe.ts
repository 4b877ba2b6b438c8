import type { Recurrence, Zone } from "../../types.ts";
import { DAY } from "../../zone/calendar.ts";
import { isDay, readWall, readWallOrDay, writeWall } from "../../zone/wall.ts";
import { toLocal } from "../../zone/zone.ts";
import { parseRule } from "../parse.ts";
import { type Plan, planFrom } from "../plan.ts";
import { countsInDays } from "../rule.ts";
import { dayPhrase, everyWeekday, months, spaced } from "./days.ts";
import { englishRules } from "./english.ts";
import type { RuleWords } from "./rule-words.ts";
import { timePhrase } from "./times.ts";

/** How a rule is to be described. */
interface Manner {
  /** Without a time of day; where it is not said, as the start is. */
  readonly allDay?: boolean;
  readonly words?: RuleWords;
}

/**
 * A rule in plain words, with its time of day unless it is about whole days: "every weekday at 08:00",
 * "every 2 weeks on Tuesday at 09:00, 5 times". An end told in UTC is given in the time zone, if there is one.
 * What is no rule comes back as it is.
 */
export function describeRule(
  recurrence: Pick<Recurrence, "rule" | "start" | "from"> & { readonly timezone?: Zone },
  { allDay = isDay(recurrence.start), words = englishRules }: Manner = {},
): string {
  const rule = parseRule(recurrence.rule);
  const start = readWallOrDay(recurrence.start);
  if ("refused" in rule || start === undefined) return recurrence.rule;
  const plan = planFrom(rule, Math.floor(start));
  const from = recurrence.from === "completion" ? words.fromCompletion : "";
  return whole(plan, { allDay, words }) + endPhrase(plan, recurrence.timezone, words) + from;
}

function whole(plan: Plan, { allDay, words }: Required<Manner>): string {
  const time = allDay && countsInDays(plan.FREQ) ? "" : timePhrase(plan, words);
  return spaced([rhythm(plan, words), time]) + weekBegin(plan, words);
}

/** "every Monday", "every 2 weeks on Monday", "every month on the 3rd", "every 90 minutes". */
function rhythm(plan: Plan, words: RuleWords): string {
  const byWeekday = plan.BYDAY.length > 0 && plan.BYSETPOS.length + plan.BYMONTHDAY.length === 0;
  const isEach = plan.INTERVAL === 1 && (plan.FREQ === "WEEKLY" || plan.FREQ === "DAILY");
  return isEach && byWeekday
    ? spaced([everyWeekday(plan, words), months(plan, words)])
    : spaced([words.every(plan.INTERVAL, plan.FREQ), dayPhrase(plan, words)]);
}

/** On which day weeks begin matters only where some of them are left out and others hold more than one date. */
function weekBegin(plan: Plan, words: RuleWords): string {
  const matters = plan.FREQ === "WEEKLY" && plan.INTERVAL > 1 && plan.BYDAY.length > 1;
  return matters && plan.WKST > 0 ? `, ${words.weeksBeginOn(words.weekdays[plan.WKST] ?? "")}` : "";
}

/** ", 5 times" or ", until 24 December 2026" (with its time, unless that is the end of the day). */
function endPhrase({ COUNT, UNTIL }: Plan, zone: Zone | undefined, words: RuleWords): string {
  if (COUNT !== undefined) return `, ${words.times(COUNT)}`;
  if (UNTIL === undefined) return "";
  if (UNTIL.kind !== "instant") return untilWall(UNTIL.seconds, words);
  if (zone === undefined) return `${untilDay(UNTIL.seconds, words)}, ${clock(UNTIL.seconds)} UTC`;
  const local = toLocal(new Date(UNTIL.seconds * 1_000), zone);
  return untilWall(readWall(local) ?? UNTIL.seconds, words);
}

const LAST_SECOND = DAY - 1;

const untilWall = (seconds: number, words: RuleWords): string =>
  seconds % DAY === LAST_SECOND
    ? untilDay(seconds, words)
    : `${untilDay(seconds, words)}, ${clock(seconds)}`;

const clock = (seconds: number): string => writeWall(seconds).slice(11, 16);

function untilDay(seconds: number, { until, day }: RuleWords): string {
  const [year = 0, month = 1, date = 1] = writeWall(seconds).slice(0, 10).split("-").map(Number);
  return `, ${until} ${day(date, month - 1, year)}`;
}
