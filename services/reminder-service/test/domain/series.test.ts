import { describe, expect, test } from "@jest/globals";
import type { Repeat } from "@todo-mesh/contracts";
import { occurrences } from "@todo-mesh/when";
import { dateAfter, fixedSeries, lastDateWithin, stillRings } from "../../src/domain/series.ts";
import { aTask, at } from "../a-task.ts";

const series = (over: Partial<Repeat> = {}): Repeat => ({
  rule: "FREQ=HOURLY",
  start: "2026-11-22T09:00:00",
  timezone: "UTC",
  from: "schedule",
  ...over,
});

test("only a series by schedule goes on by itself", () => {
  expect(fixedSeries(series())).toEqual(series());
  expect(fixedSeries(series({ from: "completion" }))).toBeUndefined();
  expect(fixedSeries(undefined)).toBeUndefined();
});

test("the date after a date is the next one, and after the last there is none", () => {
  expect(dateAfter(series(), at("09:00"))).toEqual(at("10:00"));
  expect(dateAfter(series(), new Date(at("09:00").getTime() - 1))).toEqual(at("09:00"));
  expect(dateAfter(series({ rule: "FREQ=HOURLY;COUNT=1" }), at("09:00"))).toBeUndefined();
  expect(dateAfter(series({ rule: "nonsense" }), at("09:00"))).toBeUndefined();
});

describe("the last of the dates that went by", () => {
  const RULES = [
    "FREQ=SECONDLY;INTERVAL=3",
    "FREQ=MINUTELY",
    "FREQ=HOURLY",
    "FREQ=DAILY;INTERVAL=2",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=MONTHLY",
    "FREQ=YEARLY",
    "FREQ=HOURLY;COUNT=5",
  ];
  const HOURS = [0.02, 1, 30, 900, 12_000, 90_000];

  test.each(RULES)("of %s is the one that nothing comes after, however long it was", (rule) => {
    const from = at("09:00");
    for (const hours of HOURS) {
      const until = new Date(from.getTime() + hours * 3_600_000 + 500);
      const last = lastDateWithin(series({ rule }), from, until);
      const rest = { after: last ?? from, before: until, count: 1 };
      expect(occurrences(series({ rule }), rest)).toEqual([]);
      expect((last ?? until) > from).toBe(true);
      expect((last ?? until) <= until).toBe(true);
    }
  });

  test("may be at the very moment, and is not at the one it counts from", () => {
    expect(lastDateWithin(series(), at("09:00"), at("11:00"))).toEqual(at("11:00"));
    expect(lastDateWithin(series(), at("11:00"), at("11:00"))).toBeUndefined();
  });
});

test.each<[string, string, Repeat | undefined, boolean]>([
  ["its due time", "10:00", series(), true],
  ["a later date of its series", "12:00", series(), true],
  ["a date before its due time", "09:00", series(), false],
  ["between two dates", "10:30", series(), false],
  [
    "a later date when it is counted from its completion",
    "12:00",
    series({ from: "completion" }),
    false,
  ],
  ["another time when it does not repeat", "12:00", undefined, false],
])("a task that waits and %s", (_what, time, repeat, rings) => {
  const task = aTask({ due: "10:00", ...(repeat && { repeat }) });
  const due = task.due ?? { at: "", local: "", timezone: "" };
  expect(stillRings(task, due, at(time))).toBe(rings);
});
