import type { Occurrence, Recurrence } from "@todo-mesh/recurrence";
import type { Facts } from "../grammar/facts.ts";
import type { Doubt } from "../meaning.ts";
import { type Day, fieldsOf } from "./calendar.ts";
import { datesOf } from "./dates-of.ts";
import { daysOutOf, withoutDays } from "./days-out.ts";
import { endsOf } from "./ends.ts";
import { type Found, NOTHING, type Sense } from "./found.ts";
import { type SeriesStart, seriesStartsOf } from "./series-starts.ts";
import { endBehind } from "./hour-ranges.ts";
import type { SenseContext } from "./moments.ts";
import { wallAt } from "./zoned-clocks.ts";
import { isFine, type Rhythm, rhythmsOf } from "./rhythms.ts";
import { atTimes, onDates, ruleText, type Schedule, scheduleOf } from "./schedules.ts";
import { type Begin, beginOf, NEXT_DATES, secondsOf } from "./starts.ts";

/** The rules that the facts may mean, each beginning with its first date. */
export function senseOfRepeat(facts: Facts, context: SenseContext): Sense {
  const doubts = new Set<Doubt>();
  const rhythms = rhythmsOf(facts, context, doubts);
  const seriesStarts = seriesStartsOf(facts, context, doubts);
  const found = seriesStarts.flatMap((seriesStart) =>
    rhythms.flatMap((rhythm) => seriesOf(rhythm, seriesStart, { facts, context, doubts })),
  );
  return found.length > 0 ? { found, doubts: [...doubts] } : NOTHING;
}

interface Asked {
  readonly facts: Facts;
  readonly context: SenseContext;
  readonly doubts: Set<Doubt>;
}

function seriesOf(rhythm: Rhythm, seriesStart: SeriesStart, asked: Asked): readonly Found[] {
  const { facts, context, doubts } = asked;
  const { zonedClock } = seriesStart;
  const { repeat } = rhythm;
  const schedule = fullSchedule(rhythm, seriesStart, asked);
  if (!schedule) return [];
  const { firstClock } = facts;
  const begin = beginOf({ rhythm, schedule, seriesStart, now: context.now, firstClock });
  if (!begin) return [];
  const { start } = begin;
  const from = facts.fromCompletion ? "completion" : repeat.from;
  const allDay = rhythm.clocks.length === 0 && !isFine(repeat);
  // A whole day of a series by hours or minutes is more than a few dates.
  if (isFine(repeat) && facts.daysOut) return [];
  const lists = daysOutOf(facts, context, doubts);
  const found = endsOf(facts, { start, zonedClock, repeat, context, doubts }).flatMap((end) => {
    const rule = ruleText({ ...schedule, ...end });
    const whole = { rule, start, timezone: zonedClock.zone, from } as const;
    return lists.flatMap((days) => {
      const series = withoutDays(whole, days, rhythm.clocks);
      return withDates(series, allDay, nextDates(series, begin, zonedClock.instantOf));
    });
  });
  const end = hourOfEnd(rhythm, facts, context);
  return found.map((each) => ({ ...each, end }));
}

/** "Every Friday from 2 to 4": when each of its dates is over. */
function hourOfEnd({ clocks, repeat }: Rhythm, { clockEnd }: Facts, context: SenseContext) {
  const [clock, ...others] = clocks;
  if (!clock || others.length > 0 || isFine(repeat)) return undefined;
  return endBehind(secondsOf(clock), clockEnd, context);
}

/** Its dates from the first on; where its rule is the one that the first was looked for by, they are known. */
function nextDates(
  recurrence: Recurrence,
  { searched }: Begin,
  instantOf: SeriesStart["zonedClock"]["instantOf"],
): readonly Occurrence[] {
  const { rule, start, exdates } = recurrence;
  if (searched?.rule === rule && !exdates) return searched.next;
  const before = instantOf({ day: wallAt(start).day, seconds: 0 }).getTime() - 1;
  return datesOf(recurrence, new Date(before), NEXT_DATES);
}

/** A series that never happens is not what anyone means. */
function withDates(
  recurrence: Recurrence,
  allDay: boolean,
  next: readonly Occurrence[],
): readonly Found[] {
  const [first] = next;
  if (!first) return [];
  const isLeftOut = recurrence.exdates?.includes(recurrence.start) ?? false;
  const start = isLeftOut ? first.local : recurrence.start;
  return [{ kind: "recurrence", recurrence: { ...recurrence, start }, allDay, next }];
}

function fullSchedule(
  { repeat, clocks }: Rhythm,
  { from }: SeriesStart,
  { facts, context }: Asked,
): Schedule | undefined {
  const base = scheduleOf(repeat, context.present.country);
  if (!base) return undefined;
  const isOpen = (repeat.on ?? repeat.weekdays) === undefined;
  const dated = isOpen ? onItsDate(base, from) : base;
  const months = facts.months ?? repeat.months;
  const limited = months ? { ...dated, BYMONTH: months.join(",") } : dated;
  const timed = clocks.length > 1 ? atTimes(limited, clocks) : limited;
  return timed && withWeekStart(timed, context);
}

// Where a week begins matters only where some weeks are left out.
const withWeekStart = (schedule: Schedule, { present: { weekStart } }: SenseContext): Schedule =>
  schedule["FREQ"] === "WEEKLY" && schedule["INTERVAL"] !== undefined && weekStart !== 1
    ? { ...schedule, WKST: weekStart === 7 ? "SU" : "SA" }
    : schedule;

/** "Every month", begun on a 31st, means the last day of shorter months, too. */
function onItsDate(schedule: Schedule, from: Day): Schedule {
  const { month, date } = fieldsOf(from);
  if (schedule["FREQ"] === "MONTHLY" && date > 28) return { ...schedule, ...onDates([date]) };
  if (schedule["FREQ"] === "YEARLY" && month === 2 && date === 29)
    return { ...schedule, BYMONTH: 2, BYMONTHDAY: "28,29", BYSETPOS: -1 };
  return schedule;
}
