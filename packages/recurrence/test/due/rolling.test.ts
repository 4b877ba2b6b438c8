import { describe, expect, test } from "@jest/globals";
import { check, integer, property } from "fast-check";
import {
  type Due,
  dueOn,
  type DueSeries,
  instantOf,
  justBefore,
  occurrences,
  rollForward,
} from "../../src/index.ts";
import { someMoments, someSeries } from "../some-series.ts";

const inTime = (due: Due): number => instantOf(due).getTime();

/** The series from its first date on, and that it was completed at `later`, after so many dates. */
function rolled(repeat: DueSeries, now: Date, laterMs: number) {
  const dates = occurrences(repeat, { after: justBefore(repeat, now), count: 1 });
  const first = "refused" in dates ? undefined : dates[0];
  if (!first) return undefined;
  const due = dueOn(repeat, first);
  const completedAt = new Date(now.getTime() + laterMs);
  return { repeat, due, completedAt, next: rollForward(repeat, due, completedAt) };
}

describe("rolling forward", () => {
  const late = integer({ min: 0, max: 90 * 86_400_000 });

  test("never goes back, and never skips a date of a fixed series that is still ahead", () => {
    const outcome = check(
      property(someSeries, someMoments, late, (repeat, now, laterMs) => {
        const one = rolled({ ...repeat, from: "schedule" }, now, laterMs);
        if (!one) return true;
        const { due, completedAt, next } = one;
        const past = new Date(Math.max(completedAt.getTime(), inTime(due)));
        const span = { after: past, ...(next && { before: instantOf(next.due) }) };
        const skipped = occurrences(one.repeat, { ...span, count: 1 });
        const ahead = !next || inTime(next.due) > past.getTime();
        return ahead && "length" in skipped && skipped.length === 0;
      }),
      { numRuns: 300 },
    );
    expect(outcome).toMatchObject({ failed: false, counterexample: null });
  });

  test("counted from its completion, it always lies after that", () => {
    const outcome = check(
      property(someSeries, someMoments, late, (repeat, now, laterMs) => {
        const one = rolled({ ...repeat, from: "completion" }, now, laterMs);
        return !one?.next || inTime(one.next.due) > one.completedAt.getTime();
      }),
      { numRuns: 300 },
    );
    expect(outcome).toMatchObject({ failed: false, counterexample: null });
  });
});

const whole = (start: string, timezone: string): DueSeries => ({
  rule: "FREQ=DAILY",
  start,
  timezone,
  from: "schedule",
});

test("of whole days, today is not before now, and the next is tomorrow, over any change of the clocks", () => {
  const outcome = check(
    property(someSeries, someMoments, ({ timezone }, now) => {
      const days = whole("2025-12-20", timezone);
      const one = rolled(days, now, 0);
      if (!one?.next) return false;
      const { due, next } = one;
      if (!("date" in due) || !("date" in next.due)) return false;
      const isToday = inTime(due) <= now.getTime() && now.getTime() < Date.parse(due.ends_at);
      return isToday && next.due.begins_at === due.ends_at;
    }),
    { numRuns: 300 },
  );
  expect(outcome).toMatchObject({ failed: false, counterexample: null });
});

test("a date that was moved by hand goes on after its own place, and travels along where its series does", () => {
  const daily: DueSeries = { ...whole("2026-11-22T08:00:00", "Europe/Rome"), floating: true };
  const due: Due = {
    local: "2026-11-22T20:00:00",
    timezone: "Europe/Rome",
    at: "2026-11-22T19:00:00.000Z",
    occurrence: { at: "2026-11-24T07:00:00.000Z", local: "2026-11-24T08:00:00" },
  };
  expect(rollForward(daily, due, new Date("2026-11-22T19:30:00Z"))?.due).toEqual({
    local: "2026-11-25T08:00:00",
    timezone: "Europe/Rome",
    at: "2026-11-25T07:00:00.000Z",
    floating: true,
  });
});
