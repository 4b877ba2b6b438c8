import { expect, test } from "@jest/globals";
import type { Due, Repeat } from "@todo-mesh/contracts";
import { instantOf, momentFrom, occurrences } from "@todo-mesh/recurrence";
import * as fc from "fast-check";
import type { Triggers } from "../../src/domain/triggers/trigger.ts";
import { triggersOf } from "../../src/domain/triggers/triggers.ts";
import { slotOf } from "../../src/domain/triggers/slots.ts";
import { aTask, dueAt } from "../a-task.ts";

const DAY_MS = 86_400_000;
const RULES = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,TH,SU",
  "FREQ=HOURLY;INTERVAL=7",
  "FREQ=MINUTELY;INTERVAL=40",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=DAILY;COUNT=9",
  "FREQ=YEARLY",
];
const Clock = fc.constantFrom("00:00", "02:30", "09:00", "23:59");
const days = fc.constantFrom(-366, -3, -1, 0, 1, 4, 366);
const Offset = fc.oneof(
  fc.record({ minutes: fc.oneof(fc.integer({ min: -9_000, max: 9_000 }), fc.constant(-527_040)) }),
  fc.record({ days, time: Clock }),
  fc.record({ days }),
);
type Offset = typeof Offset extends fc.Arbitrary<infer Value> ? Value : never;

const Case = fc.record({
  rule: fc.constantFrom(...RULES),
  // Before both changes of the clocks in Europe and America, in summer, and at the end of a year.
  start: fc.constantFrom("2026-03-24", "2026-10-20", "2026-06-01", "2027-12-30"),
  // null: it is a series of whole days.
  clock: fc.option(Clock),
  timezone: fc.constantFrom("Europe/Rome", "America/New_York", "Pacific/Apia", "UTC"),
  offset: Offset,
  /** How many dates lie before the due time, and how far that was moved by hand. */
  skipped: fc.nat(6),
  movedMs: fc.constantFrom(0, 0, 0, 5_400_000, -5_400_000),
  sinceMs: fc.integer({ min: -20 * DAY_MS, max: 20 * DAY_MS }),
});
type Case = typeof Case extends fc.Arbitrary<infer Value> ? Value : never;

const asTimes = (repeat: Repeat): Repeat =>
  repeat.start.includes("T") ? repeat : { ...repeat, start: `${repeat.start}T00:00:00` };

const datesAfter = (repeat: Repeat, after: Date, count: number) => {
  const dates = occurrences(asTimes(repeat), { after, count });
  return "refused" in dates ? [] : dates;
};

/** The series of a case and its due time; undefined where it has no such date. */
function seriesOf({ rule, start, clock, timezone, skipped, movedMs }: Case) {
  const repeat: Repeat = {
    rule,
    start: clock === null ? start : `${start}T${clock}:00`,
    timezone,
    from: "schedule",
  };
  const date = datesAfter(repeat, new Date(0), 8)[skipped];
  if (!date) return undefined;
  const begins_at = date.at.toISOString();
  const ends_at = new Date(date.at.getTime() + DAY_MS).toISOString();
  const due: Due =
    clock === null
      ? { date: date.local.slice(0, 10), timezone, begins_at, ends_at }
      : dueAt(new Date(date.at.getTime() + movedMs), timezone);
  return { due, repeat };
}

// Within twenty days of it, and a year further for what is counted from a year away.
const horizon = (offset: Offset): number => {
  const isFar = Object.values(offset).some((n) => n === -527_040 || Math.abs(Number(n)) === 366);
  return (isFar ? 420 : 50) * DAY_MS;
};

/** Plainly: the due time and all dates of the rule for a while, thirty at least, each with its ring. */
function written(due: Due, repeat: Repeat, offset: Offset): Date[] {
  const isOfDays = !repeat.start.includes("T");
  if (isOfDays && !("time" in offset)) return [];
  const enough = new Date(instantOf(due).getTime() + horizon(offset));
  const places = [instantOf(due)];
  let last = instantOf(due);
  while (places.length < 30 || last < enough) {
    const page = datesAfter(repeat, last, 50).map(({ at }) => at);
    if (page.length === 0) break;
    places.push(...page);
    last = page.at(-1) ?? last;
  }
  return places.map((at) => momentFrom({ at, timezone: repeat.timezone }, offset).at);
}

function checkFrom(
  rings: Triggers,
  all: readonly Date[],
  { sinceMs, since }: { sinceMs: number; since: Date },
) {
  const first = rings.from(since, new Date(0));
  expect(first?.at).toEqual(all.find((at) => at >= since));
  let ring = first;
  for (let step = 0; ring && step < 3; step += 1) {
    const { at } = ring;
    const next = rings.after(ring);
    expect(next?.at).toEqual(all.find((other) => other > at));
    expect(rings.same(ring)).toEqual(ring);
    const until = new Date(at.getTime() + Math.abs(sinceMs));
    const last = all.findLast((other) => other <= until);
    expect(rings.lastAfter(ring, until)?.at).toEqual(last && last > at ? last : undefined);
    ring = next;
  }
}

test("of any series and any reminder, the first ring from a moment on, those after it, and the last before a moment are the ones of all its dates written down", () => {
  const cases = fc.property(Case, (facts) => {
    const series = seriesOf(facts);
    const { offset, rule, sinceMs } = facts;
    fc.pre(!(rule.startsWith("FREQ=MINUTELY") && horizon(offset) > 100 * DAY_MS));
    if (!series) return;
    const rings = triggersOf(aTask({ ...series, reminders: [offset] }), slotOf(offset));
    if (!rings) throw new Error("The task does not want it");
    const all = written(series.due, series.repeat, offset);
    const since = new Date(instantOf(series.due).getTime() + sinceMs);
    checkFrom(rings, all, { sinceMs, since });
  });
  expect(() => fc.assert(cases, { numRuns: 150 })).not.toThrow();
});
