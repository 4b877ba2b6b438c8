import type { Clock, Facts, ZoneSaid } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { clockOf, inHalf, past, to } from "./from-hour.ts";

export const NOON: Clock = { hour: 12, minute: 0, second: 0, sure: true };
const MIDNIGHT: Clock = { hour: 24, minute: 0, second: 0, sure: true, midnight: true };

const written = ({ hour, minute, second, half_said: half }: Slots): Clock | undefined => {
  const clock = hour && clockOf(hour, minute ?? 0, half);
  return clock && { ...clock, second: second ?? 0 };
};

/** "At 10 to 5". */
export const toInFives: Build<Clock> = (slots) => inFives(to())(slots);

/** The start of "3-4pm": the last such hour before the end. */
function earlier(start: Clock, end: Clock): Clock {
  if (start.sure || !end.sure) return start;
  const later = inHalf(start.hour, "pm");
  const hour = later * 60 + start.minute < end.hour * 60 + end.minute ? later : start.hour % 12;
  return { ...start, hour, sure: true };
}

export const range = (start: Clock | undefined, end: Clock | undefined, zone?: ZoneSaid) =>
  start && end && { clocks: [earlier(start, end)], clockEnd: end, zone };

/** "5 past 6", in figures; but "5 to 6" is more often a range, and "7 past 6" is nothing that people say. */
const inFives =
  (build: Build<Clock>): Build<Clock> =>
  (slots) =>
    (slots.number ?? 1) % 5 === 0 && (slots.number ?? 30) < 30 ? build(slots) : undefined;

/** Minutes before or after noon or midnight; those after midnight are of the day that follows, as it is. */
const fromNamed =
  (sign: 1 | -1, fixed?: number): Build<Clock> =>
  ({ named_clock: named, five_minutes: fives = fixed ?? 0 }) => {
    if (!named || fives === 0) return undefined;
    const minutes = named.hour * 60 + sign * fives;
    return { ...named, hour: Math.floor(minutes / 60), minute: minutes % 60 };
  };

const asWritten: Build<Clock> = (slots) => {
  const clock = written(slots);
  return clock && { ...clock, written: true };
};

/** "Zehn vor halb acht": minutes before or after the half hour before. */
const besideHalf =
  (sign: 1 | -1): Build<Clock> =>
  (slots) =>
    to(30 - sign * (slots.five_minutes ?? slots.number ?? 0))(slots);

const clock = {
  written,
  written_am: (slots) => written({ ...slots, half_said: "am" }),
  written_pm: (slots) => written({ ...slots, half_said: "pm" }),
  hundred_hours: ({ number }) =>
    number !== undefined && number <= 24
      ? { hour: number, minute: 0, second: 0, sure: true }
      : undefined,
  half_past_named: fromNamed(1, 30),
  quarter_past_named: fromNamed(1, 15),
  quarter_to_named: fromNamed(-1, 15),
  past_named: fromNamed(1),
  to_named: fromNamed(-1),
  as_written: asWritten,
  half_to: to(30),
  before_half: besideHalf(-1),
  after_half: besideHalf(1),
  half_past: past(30),
  quarter_past: past(15),
  quarter_to: to(15),
  past: past(),
  past_in_fives: inFives(past()),
  to_in_fives: inFives(to()),
  to: to(),
  spoken: ({ hour, minute_word: minute, half_said: half }) =>
    hour && minute !== undefined ? clockOf(hour, minute, half) : undefined,
  joined: ({ hour_minute: said }) => said,
  run: ({ hour_run: run, half }) =>
    run && half && clockOf({ hour: run.hour, padded: false }, run.minute, half),
} satisfies Record<string, Build<Clock>>;

const time = {
  single: ({ clock: said }) => said && { clocks: [said] },
  zoned: ({ clock: said, zone }) => said && { clocks: [said], zone },
  in_period: ({ clock: said, periods, period = periods }) => said && { clocks: [said], period },
  range: ({ clock: said, end_clock: end, zone }) => range(said, end, zone),
  range_until: ({ clock: said, time: rest }) => range(said, rest?.clocks?.[0], rest?.zone),
  range_hours: ({ bare: from, clock: end, zone }) => range(from, end, zone),
  either_bare: ({ bare, clock: said }) => bare && said && { clocks: [bare, said] },
  either: ({ clock: said, time: rest }) =>
    said && rest?.clocks && { ...rest, clocks: [said, ...rest.clocks] },
} satisfies Record<string, Build<Facts>>;

const bareTime = {
  single: ({ bare }) => bare && { clocks: [bare] },
  zoned: ({ bare, zone }) => bare && { clocks: [bare], zone },
  in_period: ({ bare, periods, period = periods }) => bare && { clocks: [bare], period },
  range: ({ bare, end_clock: end }) => range(bare, end),
  either: ({ bare, bare_time: rest, time: last }) => {
    const more = rest ?? last;
    return bare && more?.clocks && { ...more, clocks: [bare, ...more.clocks] };
  },
} satisfies Record<string, Build<Facts>>;

const namedClock = {
  noon: () => NOON,
  midnight: () => MIDNIGHT,
} satisfies Record<string, Build<Clock>>;

const namedTime = {
  single: ({ named_clock: said }) => said && { clocks: [said] },
  zoned: ({ named_clock: said, zone }) => said && { clocks: [said], zone },
  range: ({ named_clock: said, end_clock: end }) => range(said, end),
} satisfies Record<string, Build<Facts>>;

const bare = {
  hour: ({ hour }) => (hour && (hour.hour > 0 || hour.padded) ? clockOf(hour, 0) : undefined),
  half_past: past(30),
} satisfies Record<string, Build<Clock>>;

const endClock = {
  clock: ({ clock: said }) => said,
  bare: ({ bare: said }) => said,
  named: ({ named_clock: said }) => said,
} satisfies Record<string, Build<Clock>>;

const zone = {
  word: ({ zone_word: said }) => said,
  letters: ({ zone_letters: said }) => said,
  name: ({ zone_name: said }) => said,
  from_utc: ({ offset: short, full_offset: offset = short }) =>
    offset === undefined ? undefined : { kind: "offset", offset },
  exact: ({ full_offset: offset, zone_name: said }) =>
    offset === undefined || said?.kind !== "named" || said.zones[0] === undefined
      ? undefined
      : { kind: "exact", offset, zone: said.zones[0] },
  inner: ({ zone: said }) => said,
  own: () => ({ kind: "own" }),
} satisfies Record<string, Build<ZoneSaid>>;

export const clocks = {
  half_said: { same: ({ half }: Slots) => half, am: () => "am" as const, pm: () => "pm" as const },
  clock,
  bare,
  named_clock: namedClock,
  named_time: namedTime,
  end_clock: endClock,
  time,
  bare_time: bareTime,
  zone,
};
