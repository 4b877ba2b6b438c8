import { PERIODS } from "../../policy.ts";
import type { Clock, DaySaid, Duration, Facts, RelativeSaid, Unit } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { inHalf } from "./from-hour.ts";

/** A clock time by its minutes of the day. */
export const clockAt = (minutes: number): Clock => ({
  hour: Math.floor(minutes / 60),
  minute: minutes % 60,
  second: 0,
  sure: true,
});

const SHORT = new Set<Unit>(["second", "minute", "hour"]);
const isExact = (duration: Duration): boolean =>
  duration.some(({ count, unit }) => SHORT.has(unit) || !Number.isInteger(count));

/** Whole days from now are a date; anything finer is an instant. */
export function ahead(duration: Duration): Facts {
  if (isExact(duration)) return { ahead: [duration] };
  const base: DaySaid = { day: "shift", days: 0 };
  return { day: { day: "moved", base, by: duration, back: false } };
}

const SECONDS: Partial<Record<Unit, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
};

export function relativeTo(duration: Duration | undefined, sign: 1 | -1): RelativeSaid | undefined {
  if (duration === undefined) return undefined;
  const seconds = duration.reduce(
    (sum, { count, unit }) => sum + count * (SECONDS[unit] ?? NaN),
    0,
  );
  if (!Number.isFinite(seconds)) return undefined;
  if (!isExact(duration)) return { days: (sign * seconds) / 86_400 };
  return { minutes: sign * Math.max(1, Math.round(seconds / 60)) };
}

const onDay = (days: number, clock?: Clock): RelativeSaid => ({ days, clock });

const clockSaid = ({ time, bare_time: bare }: Slots): Clock | undefined =>
  (time ?? bare)?.clocks?.[0];

/** "The night before at 9": the part of the day says which nine that is. */
function periodClock(slots: Slots): Clock | undefined {
  const name = slots.period ?? slots.tonight;
  if (name === undefined) return undefined;
  const clock = clockSaid(slots);
  if (!clock) return clockAt(PERIODS[name].at);
  const half = PERIODS[name].half === "am" ? "am" : "pm";
  return clock.sure ? clock : { ...clock, hour: inHalf(clock.hour, half), sure: true };
}

export const relative = {
  before: ({ duration }) => relativeTo(duration, -1),
  after: ({ duration }) => relativeTo(duration, 1),
  when_due: () => ({ minutes: 0 }),
  on_the_day: ({ time }) => onDay(0, time?.clocks?.[0]),
  day_before: (slots) => onDay(-1, clockSaid(slots)),
  day_after: ({ time }) => onDay(1, time?.clocks?.[0]),
  period_before: (slots) => onDay(-1, periodClock(slots)),
  period_of: (slots) => onDay(0, periodClock(slots)),
} satisfies Record<string, Build<RelativeSaid>>;
