import type { Due } from "@todo-mesh/contracts";
import { isSameDate } from "@todo-mesh/recurrence";
import type { Trigger, Triggers } from "./trigger.ts";

/** What a task does not let ring. */
export interface Silence {
  /** Nothing rings before this moment. */
  readonly muted?: Date | undefined;
  /** What is of this date, or of none, does not ring before that moment. */
  readonly snoozed?: { readonly until: Date; readonly date: Due | undefined } | undefined;
}

// Before all that may ring.
const EVER: Trigger = { at: new Date(0), timezone: "UTC" };

/** The rings that a silence leaves. */
export function silenced(rings: Triggers, { muted, snoozed }: Silence): Triggers {
  if (!muted && !snoozed) return rings;
  const isMuted = ({ at }: Trigger): boolean => muted !== undefined && at < muted;
  const isSnoozed = ({ at, date }: Trigger): boolean =>
    snoozed !== undefined && at < snoozed.until && isOf(snoozed.date, date);
  const heard = (ring: Trigger | undefined, place = EVER.at): Trigger | undefined => {
    if (!ring) return undefined;
    if (muted && isMuted(ring)) return heard(rings.from(muted, place), place);
    return isSnoozed(ring) ? heard(rings.after(ring), place) : ring;
  };
  const lastHeard = (after: Trigger, until: Date): Trigger | undefined => {
    const last = rings.lastAfter(after, until);
    if (!last || isMuted(last)) return undefined;
    return isSnoozed(last) ? lastHeard(after, new Date(last.at.getTime() - 1)) : last;
  };
  const ifHeard = (ring: Trigger | undefined): Trigger | undefined =>
    ring && !isMuted(ring) && !isSnoozed(ring) ? ring : undefined;
  return {
    goesOn: rings.goesOn,
    first: ifHeard(rings.first),
    from: (moment, occurrence) => heard(rings.from(moment, occurrence), occurrence),
    after: (ring) => heard(rings.after(ring)),
    lastAfter: lastHeard,
    same: (ring) => ifHeard(rings.same(ring)),
  };
}

const isOf = (snoozed: Due | undefined, date: Due | undefined): boolean =>
  !snoozed || !date || isSameDate(snoozed, date);

/** The date of what rang last at that moment; of what rings next, if nothing did. */
export function dateRingingAt(all: readonly Triggers[], moment: Date): Due | undefined {
  const last = all
    .flatMap((rings) => lastOf(rings, moment) ?? [])
    .toSorted(byTime)
    .at(-1);
  const [next] = all.flatMap((rings) => rings.from(moment, EVER.at) ?? []).toSorted(byTime);
  return (last ?? next)?.date;
}

const byTime = (one: Trigger, other: Trigger): number => one.at.getTime() - other.at.getTime();

function lastOf(rings: Triggers, moment: Date): Trigger | undefined {
  if (rings.goesOn) return rings.lastAfter(EVER, moment);
  const { first } = rings;
  return first && first.at <= moment ? first : undefined;
}
