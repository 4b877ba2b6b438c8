import type { Due, Repeat, RepeatInput, Task } from "@todo-mesh/contracts";
import { afterCompletion, checkRule, type Occurrence, occurrences } from "@todo-mesh/when";
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

/** Whether a series can be followed, and its first date that is not before now. */
export function resolveRepeat(input: RepeatInput, now: Date): ResolvedRepeat {
  const verdict = checkRule(input.rule);
  if (!verdict.ok) return invalid(faultOf({ refused: verdict.reason, part: verdict.part }));
  const repeat = { ...input, start: withSeconds(input.start) };
  const dates = occurrences(repeat, { after: justBefore(now), count: LOOKED_AT });
  if ("refused" in dates) return invalid(faultOf(dates));
  const [first] = dates;
  if (!first) return invalid({ field: "rule", message: "has no date from now on" });
  if (repeat.from === "schedule" && isTooOften(dates))
    return invalid({
      field: "rule",
      message: `comes more than ${MOST_IN_AN_HOUR} times in an hour`,
    });
  return { kind: "repeat", repeat, due: dueAt(first, repeat) };
}

/**
 * Where a repeating task goes when it is done: by schedule to the next date after both now and the present due,
 * "from completion" to the one counted from now. Undefined when its series is at its end.
 */
export function rollForward(repeat: Repeat, due: Due | undefined, now: Date): Rolled | undefined {
  if (repeat.from === "completion") return rollFromCompletion(repeat, now);
  const after = new Date(Math.max(now.getTime(), due ? Date.parse(due.at) : 0));
  const next = firstOf(repeat, { after });
  return next && { repeat, due: dueAt(next, repeat) };
}

function rollFromCompletion(repeat: Repeat, now: Date): Rolled | undefined {
  const continued = afterCompletion(repeat, now);
  if (!continued || "refused" in continued) return undefined;
  const { next, recurrence } = continued;
  const { rule, start } = recurrence;
  return { repeat: { ...repeat, rule, start }, due: dueAt(next, repeat) };
}

/**
 * Whether an open task wants to ring at that instant: at its due time, and while that waits to be done, at
 * every later date of a series by schedule. Dates before its due time are done with.
 */
export function ringsAt({ due, repeat }: Pick<Task, "due" | "repeat">, at: Date): boolean {
  if (!due || at.getTime() < Date.parse(due.at)) return false;
  if (at.getTime() === Date.parse(due.at)) return true;
  return repeat?.from === "schedule" && fallsOn(repeat, at);
}

function fallsOn(repeat: Repeat, at: Date): boolean {
  const before = new Date(at.getTime() + 1_000);
  return firstOf(repeat, { after: justBefore(at), before })?.at.getTime() === at.getTime();
}

export const sameRepeat = (one: Repeat, other: Repeat): boolean =>
  one.rule === other.rule &&
  one.start === other.start &&
  one.timezone === other.timezone &&
  one.from === other.from;

// What takes too long to find is not found: a rule is looked at for its first dates before it is taken.
function firstOf(repeat: Repeat, span: { after: Date; before?: Date }): Occurrence | undefined {
  const dates = occurrences(repeat, { ...span, count: 1 });
  return "refused" in dates ? undefined : dates[0];
}

const dueAt = ({ at, local }: Occurrence, { timezone }: Repeat): Due => ({
  local,
  timezone,
  at: at.toISOString(),
});

// Dates come on whole seconds, and "after" is strict.
const justBefore = (at: Date): Date => new Date((Math.ceil(at.getTime() / 1_000) - 1) * 1_000);

const withSeconds = (start: string): string => (start.length === 16 ? `${start}:00` : start);

const isTooOften = (dates: readonly Occurrence[]): boolean =>
  dates.some(({ at }, n) => {
    const later = dates[n + MOST_IN_AN_HOUR];
    return later !== undefined && later.at.getTime() - at.getTime() < HOUR_MS;
  });

const invalid = (fault: Fault): ResolvedRepeat => ({ kind: "invalid", ...fault });
