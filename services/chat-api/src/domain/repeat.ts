import {
  type Due,
  isInRange,
  OUT_OF_RANGE,
  type Repeat,
  type RepeatInput,
} from "@todo-mesh/contracts";
import {
  afterCompletion,
  checkRule,
  isDay,
  type Occurrence,
  occurrences,
  toInstant,
  toLocal,
} from "@todo-mesh/when";
import { wholeDay } from "./due.ts";
import { occurrenceOf } from "./occurrence.ts";
import { type Fault, faultOf } from "./rule-fault.ts";

/** A series as it is kept, with the date that is due first; or the field that keeps it from being one. */
export type ResolvedRepeat =
  | { readonly kind: "repeat"; readonly repeat: Repeat; readonly due: Due }
  | (Fault & { readonly kind: "invalid" });

/** What a repeating task is when its present date is done: due again, by the series as it goes on from there. */
export interface Rolled {
  readonly repeat: Repeat;
  readonly due: Due;
}

// A reminder a minute is a clock; more often, for ever, is a mistake or an attack.
const MOST_IN_AN_HOUR = 60;
const HOUR_MS = 3_600_000;
const LOOKED_AT = 200;
const HOURS = /FREQ=(?:HOURLY|MINUTELY|SECONDLY)|BY(?:HOUR|MINUTE|SECOND)=/i;

/** Whether a series can be followed, and its first date that is not before now; of whole days, today is one. */
export function resolveRepeat(input: RepeatInput, now: Date): ResolvedRepeat {
  const verdict = checkRule(input.rule);
  if (!verdict.ok) return invalid(faultOf({ refused: verdict.reason, part: verdict.part }));
  const repeat = { ...input, start: withSeconds(input.start) };
  if (isDay(repeat.start) && HOURS.test(repeat.rule))
    return invalid({
      field: "rule",
      message: "a series of whole days (its start is one) has no hours",
    });
  const dates = occurrences(repeat, { after: before(repeat, now), count: LOOKED_AT });
  if ("refused" in dates) return invalid(faultOf(dates));
  const fault = datesFault(dates, repeat);
  const [first] = dates;
  if (fault || !first) return invalid(fault ?? NO_DATE);
  return { kind: "repeat", repeat, due: dueAt(first, repeat) };
}

const NO_DATE: Fault = { field: "rule", message: "has no date from now on" };

function datesFault(dates: readonly Occurrence[], { from }: Repeat): Fault | undefined {
  const [first] = dates;
  if (!first) return NO_DATE;
  if (!isInRange(first.at))
    return { field: "start", message: `the first date must be ${OUT_OF_RANGE}` };
  if (from !== "schedule" || !isTooOften(dates)) return undefined;
  return { field: "rule", message: `comes more than ${MOST_IN_AN_HOUR} times in an hour` };
}

/**
 * Where a repeating task goes when it is done: by schedule to the next date after both now and the one that is due,
 * wherever that was moved; "from completion" to the one counted from now. Undefined when its series is at its end.
 */
export function rollForward(repeat: Repeat, due: Due | undefined, now: Date): Rolled | undefined {
  if (repeat.from === "completion") return rollFromCompletion(repeat, now);
  const after = new Date(Math.max(now.getTime(), due ? Date.parse(occurrenceOf(due).at) : 0));
  // What takes too long to find is not found: a rule is looked at for its first dates before it is taken.
  const dates = occurrences(repeat, { after, count: 1 });
  const next = "refused" in dates ? undefined : dates[0];
  return next && isInRange(next.at) ? { repeat, due: dueAt(next, repeat) } : undefined;
}

function rollFromCompletion(repeat: Repeat, now: Date): Rolled | undefined {
  const continued = afterCompletion(repeat, now);
  if (!continued || "refused" in continued) return undefined;
  const { next, recurrence } = continued;
  if (!isInRange(next.at)) return undefined;
  const { rule, start } = recurrence;
  return { repeat: { ...repeat, rule, start }, due: dueAt(next, repeat) };
}

/** The due time of a date of a series. */
export function dueAt({ at, local }: Occurrence, repeat: Repeat): Due {
  const { timezone, floating } = repeat;
  const day = isDay(repeat.start) ? wholeDay(local.slice(0, 10), timezone) : undefined;
  if (day?.kind === "due") return day.due;
  return { local, timezone, at: at.toISOString(), ...(floating && { floating }) };
}

/** After which the dates are that are not before now; of whole days, today is one. */
// Dates come on whole seconds, and "after" is strict.
export function before(repeat: Repeat, now: Date): Date {
  const { timezone } = repeat;
  const first = isDay(repeat.start)
    ? toInstant(`${toLocal(now, timezone).slice(0, 10)}T00:00:00`, timezone)
    : now;
  return new Date((Math.ceil(first.getTime() / 1_000) - 1) * 1_000);
}

export const withSeconds = (start: string): string => (start.length === 16 ? `${start}:00` : start);

const isTooOften = (dates: readonly Occurrence[]): boolean =>
  dates.some(({ at }, n) => {
    const later = dates[n + MOST_IN_AN_HOUR];
    return later !== undefined && later.at.getTime() - at.getTime() < HOUR_MS;
  });

const invalid = (fault: Fault): ResolvedRepeat => ({ kind: "invalid", ...fault });
