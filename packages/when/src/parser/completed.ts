import type { DaySaid, Facts, RelativeSaid } from "../grammar/facts.ts";
import type { Language } from "../grammar/language.ts";
import type { Part } from "../sentence/parts.ts";
import type { Whole } from "../sentence/wholes.ts";
import { plainWord, type Token } from "../text/tokens.ts";

export interface Completed {
  readonly facts: Facts;
  readonly relative?: RelativeSaid | undefined;
}

/** What words say depends on those beside them: "until Friday" ends a rule, and without one it is a day. */
export function completed({ facts, parts }: Whole): Completed {
  const { relative, until, starting, ...rest } = facts;
  if (facts.repeat)
    return { facts: withUntil({ ...rest, ...withinDays(starting, until) }), relative };
  const own = { ...until, ...rest, day: facts.day ?? starting ?? until?.day };
  return withRelative(own, relative, parts);
}

/** The last day of what is more than one: "7 December to 18 January", "this week". */
function endOf(day: DaySaid): DaySaid | undefined {
  if (day.day === "date") return day.to;
  if (day.day !== "edge" || !day.whole) return undefined;
  return { day: "edge", edge: "last", of: day.of, shift: day.shift ?? 0 };
}

/** "Every day this week", "every Monday from 7 December to 18 January": such days are an end as well. */
function withinDays(
  starting: DaySaid | undefined,
  until: Facts | undefined,
): Pick<Facts, "starting" | "until"> {
  const end = until ? undefined : starting && endOf(starting);
  if (!end) return { starting, until };
  const isRunning = starting?.day === "edge" && starting.shift === undefined;
  return { starting: isRunning ? undefined : starting, until: { day: end } };
}

/** "Daily until 24 December at 18:00" says the hour of each day, for nothing else does. */
function withUntil(facts: Facts): Facts {
  const { until } = facts;
  if (!until?.day || !until.clocks || !isWithoutHour(facts)) return facts;
  return { ...facts, clocks: until.clocks, until: { ...until, clocks: undefined } };
}

const FINE = new Set<string | undefined>(["minute", "hour"]);

const isWithoutHour = ({ clocks, period, repeat }: Facts): boolean =>
  !FINE.has(repeat?.unit) && (clocks ?? period ?? repeat?.period) === undefined;

/** "The day before, at 18:00" is one time; "at 18:00, remind me the day before" is two. */
function withRelative(
  facts: Facts,
  relative: RelativeSaid | undefined,
  parts: readonly Part[],
): Completed {
  const [clock] = facts.clocks ?? [];
  const isOwn = facts.day !== undefined || !clock || !isAfterRelative(parts);
  if (isOwn || relative === undefined || !("days" in relative)) return { facts, relative };
  return { facts: { ...facts, clocks: undefined }, relative: { ...relative, clock } };
}

function isAfterRelative(parts: readonly Part[]): boolean {
  const at = (key: "relative" | "clocks"): number => parts.findIndex(({ facts }) => facts[key]);
  return at("clocks") > at("relative");
}

/** The day and the time that a list of dates begins with, as the start of a series. */
export function firstOfDates(parts: readonly Part[]): Facts {
  const facts = parts.map((part) => part.facts);
  const starting = facts.find(({ day }) => day)?.day;
  const firstClock = facts.find(({ clocks }) => clocks)?.clocks?.[0];
  return starting ? { starting, firstClock } : {};
}

/** Which half of the day the words that tell no time make one think of. */
export function hintIn({ hints }: Language) {
  const sets = { am: new Set(hints.am.map(plainWord)), pm: new Set(hints.pm.map(plainWord)) };
  return (tokens: readonly Token[], parts: readonly Part[]): "am" | "pm" | undefined => {
    const isTold = (at: number): boolean => parts.some(({ from, to }) => from <= at && at < to);
    const says = (half: "am" | "pm"): boolean =>
      tokens.some(({ text }, at) => sets[half].has(text) && !isTold(at));
    const [am, pm] = [says("am"), says("pm")];
    if (am === pm) return undefined;
    return am ? "am" : "pm";
  };
}
