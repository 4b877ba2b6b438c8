import { MOMENTS } from "../../policy.ts";
import type { Clock, DaySaid, Duration, Facts, Moment, ZoneSaid } from "../facts.ts";
import type { Build, HourSaid, Slots } from "../values.ts";
import { clockOf } from "./from-hour.ts";
import { range, toInFives } from "./clocks.ts";
import { clockAt, relativeTo } from "./relatives.ts";

const moment =
  (side: "before" | "at" | "after"): Build<Facts> =>
  ({ moment: name }) =>
    name && { clocks: [momentClock(name, side)] };

const momentClock = (name: Moment, side: "before" | "at" | "after"): Clock =>
  clockAt(MOMENTS[name][side]);

const LAST_HOUR = 23;

/** "At 8,20"; behind a comma a later hour may stand as well. */
const behindComma =
  (how: Pick<Clock, "written">): Build<Facts> =>
  ({ hour, minute = 0 }) => {
    const [clock] = timeOf(hour, minute)?.clocks ?? [];
    const isHour = clock !== undefined && minute > clock.hour && minute <= LAST_HOUR;
    return clock && { clocks: [{ ...clock, ...how, ...(isHour && { orHour: minute }) }] };
  };

export const anyTime = ({ time, named_time: named, bare_time: bare }: Slots): Facts | undefined =>
  time ?? named ?? bare;

export const byThen = (facts: Facts | 0 | undefined): Facts | undefined =>
  facts ? { ...facts, deadline: true } : undefined;

/** "An hour before midnight", as far as it stays within the day. */
function movedTime(slots: Slots, sign: 1 | -1): Facts | undefined {
  const facts = anyTime(slots);
  const [clock] = facts?.clocks ?? [];
  const moved = movedFrom(clock, slots.duration, sign);
  return moved && { ...facts, ...moved };
}

function movedFrom(
  clock: Clock | undefined,
  duration: Duration | undefined,
  sign: 1 | -1,
): Facts | undefined {
  const moved = relativeTo(duration, sign);
  if (!clock?.sure || !moved || !("minutes" in moved)) return undefined;
  const minutes = clock.hour * 60 + clock.minute + moved.minutes;
  return isWithinDay(minutes) ? { clocks: [clockAt(minutes)] } : undefined;
}

function timeOf(hour: HourSaid | undefined, minute: number | undefined): Facts | undefined {
  const clock = hour && minute !== undefined ? clockOf(hour, minute) : undefined;
  return clock && { clocks: [clock] };
}

const halfOf = (hour: HourSaid | undefined, half: "am" | "pm"): Facts | undefined => {
  const clock = hour && hour.hour >= 1 && hour.hour <= 12 ? clockOf(hour, 0, half) : undefined;
  return clock && { clocks: [clock] };
};

const isWithinDay = (minutes: number): boolean => minutes >= 0 && minutes < 1_440;

const exactly = (zone: ZoneSaid, offset: number | undefined): ZoneSaid => {
  const name = zone.kind === "named" ? zone.zones[0] : undefined;
  return offset === undefined || name === undefined ? zone : { kind: "exact", offset, zone: name };
};

/** Parts of a sentence that say at what time of day. */
export const partTimes = {
  time: anyTime,
  time_by: (slots) => byThen(anyTime(slots)),
  bare_in_period: ({ bare, periods, period = periods }) => bare && { clocks: [bare], period },
  bare_tonight: ({ bare, tonight: period }) =>
    bare && period && { clocks: [bare], period, day: { day: "shift", days: 0 } },
  bare_zoned: ({ bare, zone }) => bare && { clocks: [bare], zone },
  hour_minute: ({ hour_minute: said }) => said && { clocks: [said] },
  // "By 2030" is a year.
  hour_minute_no_year: ({ hour_minute: said }) =>
    said && said.hour !== 20 ? { clocks: [said] } : undefined,
  // "Tomorrow 0900", but not "tomorrow 2027".
  padded_hour_minute: ({ hour_minute: said }) =>
    said && said.hour < 10 ? { clocks: [said] } : undefined,
  dotted_as_written: ({ hour, minute }) => {
    const [clock] = timeOf(hour, minute)?.clocks ?? [];
    return clock && { clocks: [{ ...clock, written: true }] };
  },
  behind_comma: behindComma({}),
  behind_comma_as_written: behindComma({ written: true }),
  morning: () => ({ period: "morning" }),
  this_morning: () => ({ period: "morning", day: { day: "shift", days: 0 } }),
  morning_of_day: ({ weekday }) =>
    weekday && { period: "morning", day: { day: "weekday", weekday, which: "plain" } },
  dotted: ({ hour, minute }) => timeOf(hour, minute),
  half_past: ({ hour }) => timeOf(hour, 30),
  late_hour: ({ hour }) => (hour && hour.hour > 12 ? timeOf(hour, 0) : undefined),
  on_hour: ({ hour }) => timeOf(hour, 0),
  zone: ({ zone }) => zone && { zone },
  small_zoned: ({ clock, small_zone: zone }) => clock && zone && { clocks: [clock], zone },
  period: ({ period }) => period && { period },
  this_period: ({ period }) => period && { period, day: { day: "shift", days: 0 } },
  tonight: ({ tonight: period }) => period && { period, day: { day: "shift", days: 0 } },
  first_thing: () => ({ period: "first_thing" }),
  first_thing_on: ({ any_day: day }) => ({ period: "first_thing", day }),
  weekday_part: ({ weekday_part: said }) =>
    said && { ...said.facts, day: { day: "weekday", weekday: said.weekday, which: "plain" } },
  next_weekday_part: ({ weekday_part: said }) =>
    said && { ...said.facts, day: { day: "weekday", weekday: said.weekday, which: "next" } },
  coming_weekday_part: ({ weekday_part: said }) =>
    said && { ...said.facts, day: { day: "weekday", weekday: said.weekday, which: "coming" } },
  periods_of_day: ({ periods: period, any_day: day }) => period && { period, day },
  period_of_day: ({ period, any_day: day }) => period && { period, day },
  at_moment: moment("at"),
  at_moment_time: ({ moment_time: name }) => name && { clocks: [momentClock(name, "at")] },
  end_of_day: () => ({ clocks: [momentClock("end_of_day", "at")], deadline: true }),
  before_moment: (slots) => byThen(moment("before")(slots)),
  after_moment: moment("after"),
  before_moment_by: ({ duration, moment: name }) =>
    name && movedFrom(momentClock(name, "at"), duration, -1),
  after_moment_by: ({ duration, moment: name }) =>
    name && movedFrom(momentClock(name, "at"), duration, 1),
  before_work: () => ({ clocks: [momentClock("work", "before")], deadline: true }),
  after_work: () => ({ clocks: [momentClock("work", "after")] }),
  day_and_time: (slots) => ({ ...anyTime(slots), day: slots.any_day }),
  day_and_time_by: (slots) => byThen({ ...anyTime(slots), day: slots.any_day }),
  date_time_from_utc: ({ date: day, clock, full_offset: offset }) =>
    day && clock && offset !== undefined
      ? { day, clocks: [clock], zone: { kind: "offset", offset } }
      : undefined,
  date_time: ({ date: day, time }) => day && time && { ...time, day },
  time_before: (slots) => movedTime(slots, -1),
  time_after: (slots) => movedTime(slots, 1),
  between: ({ clock, bare, named_clock: named, end_clock: end }) =>
    range(clock ?? bare ?? named, end),
  to_hour: (slots) => {
    const clock = toInFives(slots);
    return clock && { clocks: [clock] };
  },
  // "At 845", but neither "at 4" nor "at 911".
  run_hour: ({ hour_run: run }) =>
    run && run.minute % 5 === 0 ? timeOf({ hour: run.hour, padded: false }, run.minute) : undefined,
  // "Friday 1430", but not "Friday 2027".
  written_hour_minute: ({ hour_minute: said }) =>
    said && said.hour !== 20 && said.hour !== 19 ? { clocks: [said] } : undefined,
  number_minutes: ({ number: hour, minute_word: minute }) =>
    hour !== undefined && hour > 12 && hour < 24
      ? timeOf({ hour, padded: false }, minute)
      : undefined,
  hour_number: ({ hour, number: minute }) =>
    minute !== undefined && minute >= 10 && minute <= 59 ? timeOf(hour, minute) : undefined,
  // "Call mum 10 tomorrow", but nobody says "22 tomorrow" for an hour.
  hour_of_day: ({ bare, day_word: days, clear_weekday: weekday }) => {
    if (!bare || bare.sure) return undefined;
    const day: DaySaid =
      days === undefined
        ? { day: "weekday", weekday: weekday ?? 1, which: "plain" }
        : { day: "shift", days };
    return { day, clocks: [bare] };
  },
  dotted_on_day: ({ hour, minute, clear_day: day }) => {
    const time = timeOf(hour, minute);
    return day && time && { ...time, day };
  },
  on_hour_am: ({ hour }) => halfOf(hour, "am"),
  on_hour_pm: ({ hour }) => halfOf(hour, "pm"),
  bare_in_period_of: ({ bare, day_word: days, period }) =>
    bare && days !== undefined && period
      ? { clocks: [bare], period, day: { day: "shift", days } }
      : undefined,
  bare_in_this_period: ({ bare, period }) =>
    bare && period && { clocks: [bare], period, day: { day: "shift", days: 0 } },
  date_hour: ({ date: day, hour }) => {
    const clock = hour && clockOf({ ...hour, padded: true }, 0);
    return day && clock && { day, clocks: [clock] };
  },
  run_date: ({ run_date: day }) => day && { day },
  run_date_time: ({ run_date: day, run_time: clock, zone }) =>
    day && clock && { day, clocks: [clock], zone },
  run_date_time_from_utc: ({ run_date: day, run_time: clock, full_offset: offset }) =>
    day && clock && offset !== undefined
      ? { day, clocks: [clock], zone: { kind: "offset", offset } }
      : undefined,
  date_time_year: ({ date: day, time, year, weekday }) =>
    day?.day === "date" && time ? { ...time, day: { ...day, year, weekday } } : undefined,
  reading: ({ weekday, date, clock, end_clock: clockEnd, full_offset: offset, any_zone: zone }) =>
    date?.day === "date" && clock
      ? {
          day: { ...date, weekday },
          clocks: [{ ...clock, sure: true }],
          clockEnd,
          zone: zone && exactly(zone, offset),
        }
      : undefined,
} satisfies Record<string, Build<Facts>>;
