import type { Due, Repeat } from "@todo-mesh/contracts";
import { isDay, lastOccurrence, momentFrom, occurrences } from "@todo-mesh/when";

/** A series that goes on by its schedule, done or not. One counted from its completion is planned by the news of that. */
export const fixedSeries = (repeat: Repeat | undefined): Repeat | undefined =>
  repeat?.from === "schedule" ? repeat : undefined;

/** Whether a series falls on days, without a time. */
export const isOfWholeDays = ({ start }: Repeat): boolean => isDay(start);

/** The instant from which a date is counted: its time, or the beginning of its day. */
export const placeOf = (due: Due): Date => new Date("at" in due ? due.at : due.begins_at);

/** Which date of its series it is: the place that the rule has for it, also where it was moved from there by hand. */
export const occurrenceOf = (due: Due): Date =>
  due.occurrence ? new Date(due.occurrence.at) : placeOf(due);

/**
 * Whether two are the same date: at one place of the rule, however it was moved, or due at one time, whatever it is in
 * the rule. So a due time that is left when its rule is taken away is the date that it was.
 */
export const isSameDate = (one: Due, other: Due): boolean =>
  occurrenceOf(one).getTime() === occurrenceOf(other).getTime() ||
  placeOf(one).getTime() === placeOf(other).getTime();

const FIRST_LOOK = 4;
const MOST_AT_ONCE = 1_000;

/** The dates of a series after that moment, in order. */
export function* datesAfter(repeat: Repeat, moment: Date): Generator<Due, void, undefined> {
  let after = moment;
  for (let count = FIRST_LOOK; ; count = MOST_AT_ONCE) {
    const dates = datesOf(repeat, { after, count });
    for (const date of dates) yield dueOn(repeat, date);
    const last = dates.at(-1);
    if (!last || dates.length < count) return;
    after = last;
  }
}

/** The date of a series that has its place there, if it has one. */
export function dateAt(repeat: Repeat, place: Date): Due | undefined {
  const [next] = datesOf(repeat, { after: new Date(place.getTime() - 1_000), count: 1 });
  const date = next && dueOn(repeat, next);
  return date && placeOf(date).getTime() === place.getTime() ? date : undefined;
}

/** The last date of a series after `from` and not after `until`. */
export function lastDateWithin(repeat: Repeat, from: Date, until: Date): Due | undefined {
  const before = new Date(until.getTime() + 1);
  const last = lastOccurrence(repeat, { after: from, before });
  return last && isInTheCalendar(last.at) ? dueOn(repeat, last.at) : undefined;
}

// A rule that cannot be followed was refused when the task was made; should one come all the same, it has no dates.
function datesOf(repeat: Repeat, asked: Parameters<typeof occurrences>[1]): Date[] {
  const dates = occurrences(repeat, asked);
  return "refused" in dates ? [] : dates.map(({ at }) => at).filter(isInTheCalendar);
}

const FAR_OFF = Date.UTC(9_998, 0);

/** Whether there are days on all sides of it that can be written down; what lies beyond does not ring. */
export const isInTheCalendar = (at: Date): boolean => at.getTime() >= 0 && at.getTime() < FAR_OFF;

function dueOn(repeat: Repeat, at: Date): Due {
  const { timezone, floating } = repeat;
  const here = momentFrom({ at, timezone }, { minutes: 0 });
  if (!isOfWholeDays(repeat))
    return { local: here.local, timezone, at: at.toISOString(), ...(floating && { floating }) };
  const [begins, ends] = [0, 1].map((days) =>
    momentFrom({ at, timezone }, { days, time: "00:00" }),
  );
  return {
    date: here.local.slice(0, 10),
    timezone,
    begins_at: (begins?.at ?? at).toISOString(),
    ends_at: (ends?.at ?? at).toISOString(),
  };
}
