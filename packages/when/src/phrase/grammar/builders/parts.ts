import { MOMENTS } from "../../policy.ts";
import type { Clock, DaySaid, Facts, Moment, ZoneSaid } from "../facts.ts";
import type { Build, Slots } from "../values.ts";
import { shifted } from "./days.ts";
import { ahead, clockAt, relative, relativeTo } from "./relatives.ts";
import { schedule } from "./repeats.ts";

const moment =
  (side: "before" | "at" | "after"): Build<Facts> =>
  ({ moment: name }) =>
    name && { clocks: [momentClock(name, side)] };

const momentClock = (name: Moment, side: "before" | "at" | "after"): Clock =>
  clockAt(MOMENTS[name][side]);

const anyTime = ({ time, named_time: named, bare_time: bare }: Slots): Facts | undefined =>
  time ?? named ?? bare;
const dayOf = ({ any_day: day, month_day: month, numeric }: Slots) => day ?? month ?? numeric;
const eve = (day: DaySaid | undefined): Facts | undefined =>
  day && { day: shifted(day, -1), deadline: true };
const byThen = (facts: Facts | 0 | undefined): Facts | undefined =>
  facts ? { ...facts, deadline: true } : undefined;

/** "An hour before midnight", as far as it stays within the day. */
function movedTime(slots: Slots, sign: 1 | -1): Facts | undefined {
  const facts = anyTime(slots);
  const moved = relativeTo(slots.duration, sign);
  const [clock] = facts?.clocks ?? [];
  if (!clock?.sure || !moved || !("minutes" in moved)) return undefined;
  const minutes = clock.hour * 60 + clock.minute + moved.minutes;
  return isWithinDay(minutes) ? { ...facts, clocks: [clockAt(minutes)] } : undefined;
}

const isWithinDay = (minutes: number): boolean => minutes >= 0 && minutes < 1_440;

const monthStart = ({ month }: Slots, shift: number): Facts | undefined =>
  month ? { day: { day: "month", month, edge: "start", shift } } : undefined;
const weekdayDay = ([first = 1, ...rest]: readonly number[]): DaySaid =>
  rest.length > 0
    ? { day: "weekdays", weekdays: [first, ...rest] }
    : { day: "weekday", weekday: first, which: "plain" };

const exactly = (zone: ZoneSaid, offset: number | undefined): ZoneSaid => {
  const name = zone.kind === "named" ? zone.zones[0] : undefined;
  return offset === undefined || name === undefined ? zone : { kind: "exact", offset, zone: name };
};

const until: Build<Facts> = (slots) => {
  const day = dayOf(slots);
  const time = anyTime(slots);
  const end = slots.month_day ? shifted(day, -1) : day;
  return day || time ? { until: { ...time, day: end } } : undefined;
};

const part = {
  time: anyTime,
  time_by: (slots) => byThen(anyTime(slots)),
  bare_in_period: ({ bare, period }) => bare && { clocks: [bare], period },
  bare_zoned: ({ bare, zone }) => bare && { clocks: [bare], zone },
  hour_minute: ({ hour_minute: said }) => said && { clocks: [said] },
  zone: ({ zone }) => zone && { zone },
  period: ({ period }) => period && { period },
  this_period: ({ period }) => period && { period, day: { day: "shift", days: 0 } },
  tonight: ({ tonight: period }) => period && { period, day: { day: "shift", days: 0 } },
  first_thing: () => ({ period: "first_thing" }),
  period_of_day: ({ period, any_day: day }) => period && { period, day },
  at_moment: moment("at"),
  at_moment_time: ({ moment_time: name }) => name && { clocks: [momentClock(name, "at")] },
  end_of_day: () => ({ clocks: [momentClock("end_of_day", "at")], deadline: true }),
  before_moment: (slots) => byThen(moment("before")(slots)),
  after_moment: moment("after"),
  before_work: () => ({ clocks: [momentClock("work", "before")], deadline: true }),
  after_work: () => ({ clocks: [momentClock("work", "after")] }),
  day: (slots) => ({ day: dayOf(slots) }),
  day_by: (slots) => byThen({ day: dayOf(slots) }),
  before_day: (slots) => eve(dayOf(slots)),
  // A weekend is two days long.
  after_day: (slots) => {
    const day = dayOf(slots);
    return { day: shifted(day, day && day.day === "weekend" ? 2 : 1) };
  },
  clear_day: ({ clear_day: day }) => day && { day },
  // "Turn the lights on tomorrow": that "on" is not ours.
  on_day: (slots) => {
    const day = slots.clear_day ?? slots.any_day;
    return day && day.day !== "shift" ? { day } : undefined;
  },
  date_time: ({ date: day, time }) => day && time && { ...time, day },
  nth: ({ nth, countable: what }) => nth && what && { day: { day: "nth", nth, what } },
  of_month: ({ dates }) => dates && { day: { day: "of_month", dates } },
  feast: ({ feast, year }) => feast && { day: { day: "feast", feast, year } },
  next_month: (slots) => monthStart(slots, 1),
  this_month: (slots) => monthStart(slots, 0),
  weekday_clear: ({ clear_weekday: said }) => said && { day: weekdayDay([said]) },
  weekdays: ({ weekdays }) => weekdays && { day: weekdayDay(weekdays) },
  day_and_hour: ({ day_word: days, bare }) =>
    days === undefined || !bare ? undefined : { day: { day: "shift", days }, clocks: [bare] },
  weekdays_from_now: ({ number = 1, weekdays_word: weekday }) => {
    const first = weekday && ({ day: "weekday", weekday, which: "coming" } as const);
    return first && { day: shifted(first, 7 * (number - 1)) };
  },
  same_time: ({ any_day: day }) => day && { day, sameTime: true },
  same_time_next_week: () => ({ day: { day: "shift", days: 7 }, sameTime: true }),
  time_before: (slots) => movedTime(slots, -1),
  time_after: (slots) => movedTime(slots, 1),
  ahead: ({ duration }) => duration && ahead(duration),
  ahead_vague: ({ unit }) => unit && { ahead: [3, 5, 10].map((count) => [{ ...unit, count }]) },
  ahead_one: ({ unit, unit_letter: letter }) => {
    const one = unit ?? letter;
    return one && ahead([one]);
  },
  repeat: ({ repeat: said }) => said && { repeat: said },
  adverb: ({ adverb }) => adverb && { repeat: adverb },
  plural: ({ plural_days: weekdays }) => weekdays && { repeat: schedule(1, "week", { weekdays }) },
  day_sets: ({ day_sets: weekdays }) => weekdays && { repeat: schedule(1, "week", { weekdays }) },
  until,
  starting: (slots) => ({ starting: dayOf(slots) }),
  lasting: ({ duration: lasting }) => lasting && { lasting },
  times: ({ number }) => (number && number > 0 ? { times: number } : undefined),
  twice: () => ({ times: 2 }),
  except: ({ weekdays, plural_days: plural, day_set: set }) => ({
    except: weekdays ?? plural ?? set,
  }),
  between: ({ clock, bare, end_clock: end }) => {
    const from = clock ?? bare;
    return from && end && { clocks: [from], clockEnd: end };
  },
  months: ({ months }) => months && { months },
  from_completion: () => ({ fromCompletion: true }),
  aside: () => ({}),
  relative: ({ relative: said }) => said && { relative: said },
  reading: ({ weekday, date, clock, full_offset: offset, any_zone: zone }) =>
    date?.day === "date" && clock
      ? {
          day: { ...date, weekday },
          clocks: [{ ...clock, sure: true }],
          zone: zone && exactly(zone, offset),
        }
      : undefined,
} satisfies Record<string, Build<Facts>>;

export const parts = {
  relative,
  done: { done: () => true as const },
  due: { due: () => true as const },
  echo: { echo: () => true as const },
  part,
};
