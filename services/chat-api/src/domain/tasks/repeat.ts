import {
  atFault,
  type Due,
  type FieldError,
  type Refusal,
  type Repeat,
  type RepeatInput,
} from "@todo-mesh/contracts";
import {
  checkRule,
  dueOn,
  isInRange,
  isOfWholeDays,
  justBefore,
  type Occurrence,
  occurrences,
  OUT_OF_RANGE,
} from "@todo-mesh/recurrence";
import { faultOf } from "./rule-fault.ts";

/** A series as it is kept, with the date that is due first; or the field that keeps it from being one. */
export type ResolvedRepeat =
  { readonly kind: "repeat"; readonly repeat: Repeat; readonly due: Due } | Refusal;

// A reminder a minute is a clock; more often, for ever, is a mistake or an attack.
const MOST_IN_AN_HOUR = 60;
const HOUR_MS = 3_600_000;
const LOOKED_AT = 200;
const HOURS = /FREQ=(?:HOURLY|MINUTELY|SECONDLY)|BY(?:HOUR|MINUTE|SECOND)=/i;

/** Whether a series can be followed, and its first date that is not before now; of whole days, today is one. */
export function resolveRepeat(input: RepeatInput, now: Date): ResolvedRepeat {
  const verdict = checkRule(input.rule);
  if (!verdict.ok) return atFault(faultOf({ refused: verdict.reason, part: verdict.part }));
  const repeat = { ...input, start: withSeconds(input.start) };
  if (isOfWholeDays(repeat) && HOURS.test(repeat.rule))
    return atFault({
      field: "rule",
      message: "a series of whole days (its start is one) has no hours",
    });
  const dates = occurrences(repeat, { after: justBefore(repeat, now), count: LOOKED_AT });
  if ("refused" in dates) return atFault(faultOf(dates));
  const fault = datesFault(dates, repeat);
  const [first] = dates;
  if (fault || !first) return atFault(fault ?? NO_DATE);
  return { kind: "repeat", repeat, due: dueOn(repeat, first) };
}

const NO_DATE: FieldError = { field: "rule", message: "has no date from now on" };

function datesFault(dates: readonly Occurrence[], { from }: Repeat): FieldError | undefined {
  const [first] = dates;
  if (!first) return NO_DATE;
  if (!isInRange(first.at))
    return { field: "start", message: `the first date must be ${OUT_OF_RANGE}` };
  if (from !== "schedule" || !isTooOften(dates)) return undefined;
  return { field: "rule", message: `comes more than ${MOST_IN_AN_HOUR} times in an hour` };
}

export const withSeconds = (start: string): string => (start.length === 16 ? `${start}:00` : start);

const isTooOften = (dates: readonly Occurrence[]): boolean =>
  dates.some(({ at }, n) => {
    const later = dates[n + MOST_IN_AN_HOUR];
    return later !== undefined && later.at.getTime() - at.getTime() < HOUR_MS;
  });
