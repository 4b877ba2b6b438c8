import { atFault, type Refusal, type Repeat, type RepeatInput } from "@todo-mesh/contracts";
import { isDay, startOfDay, toInstant } from "@todo-mesh/recurrence";
import { datesOfDay } from "./dates-of-day.ts";

/**
 * The dates left out of a series whose time is changed go along with it: each is the date of its day at the new
 * time. One that is ahead, was a date of the series, and is none any more is at fault.
 */
export function moveExdates(had: Repeat, input: RepeatInput, now: Date): RepeatInput | Refusal {
  const moved: string[] = [];
  for (const [n, exdate] of (input.exdates ?? []).entries()) {
    const to = movedTo(exdate, had, input, now);
    if (to === undefined) {
      const message =
        "is no date of this rule any more: leave it out, or give the date it has then";
      return atFault({ field: `exdates.${n}`, message: `${exdate} ${message}` });
    }
    moved.push(to);
  }
  return input.exdates ? { ...input, exdates: moved } : input;
}

function movedTo(exdate: string, had: Repeat, has: Repeat, now: Date): string | undefined {
  const day = exdate.slice(0, 10);
  const [before, after] = [datesOfDay(had, day), datesOfDay(has, day)];
  const [was, is] = [instantOf(exdate, had), instantOf(exdate, has)];
  const at = before.findIndex((each) => each.at.getTime() === was);
  const fits = after.some((each) => each.at.getTime() === is);
  if (fits || at < 0) return exdate;
  const to = before.length === after.length ? after[at]?.local : undefined;
  if (to !== undefined) return isDay(has.start) ? to.slice(0, 10) : to;
  return was < now.getTime() ? exdate : undefined;
}

const instantOf = (exdate: string, { timezone }: Repeat): number =>
  (isDay(exdate) ? startOfDay : toInstant)(exdate, timezone).getTime();
