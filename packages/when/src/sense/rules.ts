import type { Recurrence } from "@todo-mesh/recurrence";
import type { Facts } from "../grammar/facts.ts";
import type { Doubt } from "../meaning.ts";
import { type Day, fieldsOf } from "./calendar.ts";
import { datesOf } from "./dates-of.ts";
import { daysOutOf, withoutDays } from "./days-out.ts";
import { endsOf } from "./ends.ts";
import { type Found, NOTHING, type Sense } from "./found.ts";
import { type Ground, groundsOf } from "./grounds.ts";
import type { Scene } from "./moments.ts";
import { wallAt } from "./places.ts";
import { isFine, type Rhythm, rhythmsOf } from "./rhythms.ts";
import { atTimes, onDates, ruleText, type Schedule, scheduleOf } from "./schedules.ts";
import { startOf } from "./starts.ts";

const NEXT_DATES = 5;

/** The rules that the facts may mean, each beginning with its first date. */
export function senseOfRepeat(facts: Facts, scene: Scene): Sense {
  const doubts = new Set<Doubt>();
  const rhythms = rhythmsOf(facts, scene, doubts);
  const grounds = groundsOf(facts, scene, doubts);
  const found = grounds.flatMap((ground) =>
    rhythms.flatMap((rhythm) => seriesOf(rhythm, ground, { facts, scene, doubts })),
  );
  return found.length > 0 ? { found, doubts: [...doubts] } : NOTHING;
}

interface Asked {
  readonly facts: Facts;
  readonly scene: Scene;
  readonly doubts: Set<Doubt>;
}

function seriesOf(rhythm: Rhythm, ground: Ground, asked: Asked): readonly Found[] {
  const { facts, scene, doubts } = asked;
  const { place } = ground;
  const { repeat } = rhythm;
  const schedule = fullSchedule(rhythm, ground, asked);
  if (!schedule) return [];
  const { firstClock } = facts;
  const start = startOf({ rhythm, schedule, ground, now: scene.now, firstClock });
  if (start === undefined) return [];
  const from = facts.fromCompletion ? "completion" : repeat.from;
  const allDay = rhythm.clocks.length === 0 && !isFine(repeat);
  // A whole day of a series by hours or minutes is more than a few dates.
  if (isFine(repeat) && facts.daysOut) return [];
  const lists = daysOutOf(facts, scene, doubts);
  return endsOf(facts, { start, place, repeat, scene, doubts }).flatMap((end) => {
    const rule = ruleText({ ...schedule, ...end });
    const series = { rule, start, timezone: place.zone, from } as const;
    return lists.flatMap((days) =>
      withDates(withoutDays(series, days, rhythm.clocks), allDay, place.instantOf),
    );
  });
}

/** A series that never happens is not what anyone means. */
function withDates(
  recurrence: Recurrence,
  allDay: boolean,
  instantOf: Ground["place"]["instantOf"],
): readonly Found[] {
  const { day } = wallAt(recurrence.start);
  const before = new Date(instantOf({ day, seconds: 0 }).getTime() - 1);
  const next = datesOf(recurrence, before, NEXT_DATES);
  const [first] = next;
  if (!first) return [];
  const isLeftOut = recurrence.exdates?.includes(recurrence.start) ?? false;
  const start = isLeftOut ? first.local : recurrence.start;
  return [{ kind: "recurrence", recurrence: { ...recurrence, start }, allDay, next }];
}

function fullSchedule(
  { repeat, clocks }: Rhythm,
  { from }: Ground,
  { facts, scene }: Asked,
): Schedule | undefined {
  const base = scheduleOf(repeat);
  if (!base) return undefined;
  const isOpen = (repeat.on ?? repeat.weekdays) === undefined;
  const dated = isOpen ? onItsDate(base, from) : base;
  const months = facts.months ?? repeat.months;
  const limited = months ? { ...dated, BYMONTH: months.join(",") } : dated;
  const timed = clocks.length > 1 ? atTimes(limited, clocks) : limited;
  return timed && withWeekStart(timed, scene);
}

// Where a week begins matters only where some weeks are left out.
const withWeekStart = (schedule: Schedule, { present: { weekStart } }: Scene): Schedule =>
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
