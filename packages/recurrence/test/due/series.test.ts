import { describe, expect, test } from "@jest/globals";
import {
  dateAt,
  datesAfter,
  type Due,
  type DueSeries,
  instantOf,
  lastDateWithin,
  occurrences,
} from "../../src/index.ts";

/** An instant on the day these tests happen. */
const at = (time: string): Date => new Date(`2026-11-22T${time}:00.000Z`);

const series = (over: Partial<DueSeries> = {}): DueSeries => ({
  rule: "FREQ=HOURLY",
  start: "2026-11-22T09:00:00",
  timezone: "UTC",
  from: "schedule",
  ...over,
});
function first(repeat: DueSeries, after: Date, count = 1): Due[] {
  const dates: Due[] = [];
  for (const date of datesAfter(repeat, after)) if (dates.push(date) === count) break;
  return dates;
}
const places = (repeat: DueSeries, after: Date, count = 1) =>
  first(repeat, after, count).map(instantOf);

describe("the dates after a moment", () => {
  test("are the next ones in order, and after the last there is none", () => {
    expect(places(series(), at("09:00"), 2)).toEqual([at("10:00"), at("11:00")]);
    expect(places(series(), new Date(at("09:00").getTime() - 1))).toEqual([at("09:00")]);
    expect(places(series({ rule: "FREQ=HOURLY;COUNT=7" }), at("09:00"), 9)).toHaveLength(6);
    expect(places(series({ rule: "nonsense" }), at("09:00"))).toEqual([]);
  });

  test("are as many as are asked for", () => {
    const dates = places(series({ rule: "FREQ=MINUTELY" }), at("09:00"), 2_500);
    expect(dates.at(-1)).toEqual(new Date(at("09:00").getTime() + 2_500 * 60_000));
  });

  test("have the wall time of their zone, and travel along where the series does", () => {
    const weekly = series({ rule: "FREQ=WEEKLY", timezone: "Europe/Rome", floating: true });
    expect(first(weekly, at("09:00"))).toEqual([
      {
        local: "2026-11-29T09:00:00",
        timezone: "Europe/Rome",
        at: "2026-11-29T08:00:00.000Z",
        floating: true,
      },
    ]);
  });

  test("of a series of whole days are days, from their beginning to the next", () => {
    const daily = series({ rule: "FREQ=DAILY", start: "2026-03-28", timezone: "Europe/Rome" });
    expect(first(daily, new Date("2026-03-28T10:00:00Z"), 2)).toEqual([
      {
        date: "2026-03-29",
        timezone: "Europe/Rome",
        begins_at: "2026-03-28T23:00:00.000Z",
        ends_at: "2026-03-29T22:00:00.000Z",
      },
      {
        date: "2026-03-30",
        timezone: "Europe/Rome",
        begins_at: "2026-03-29T22:00:00.000Z",
        ends_at: "2026-03-30T22:00:00.000Z",
      },
    ]);
  });

  test("a day whose midnight the clocks leave out begins when they go on", () => {
    const daily = series({
      rule: "FREQ=DAILY",
      start: "2018-11-03",
      timezone: "America/Sao_Paulo",
    });
    expect(first(daily, new Date("2018-11-03T12:00:00Z"))).toEqual([
      {
        date: "2018-11-04",
        timezone: "America/Sao_Paulo",
        begins_at: "2018-11-04T03:00:00.000Z",
        ends_at: "2018-11-05T02:00:00.000Z",
      },
    ]);
  });
});

test("an instant is a date of a series, or is not", () => {
  expect(dateAt(series(), at("12:00"))).toMatchObject({ at: at("12:00").toISOString() });
  expect(dateAt(series(), at("12:30"))).toBeUndefined();
  expect(dateAt(series(), new Date(at("12:00").getTime() + 1))).toBeUndefined();
});

const lastPlace = (repeat: DueSeries, from: Date, until: Date) => {
  const last = lastDateWithin(repeat, from, until);
  return last && instantOf(last);
};

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
      const last = lastPlace(series({ rule }), from, until);
      const rest = { after: last ?? from, before: until, count: 1 };
      expect(occurrences(series({ rule }), rest)).toEqual([]);
      expect((last ?? until) > from).toBe(true);
      expect((last ?? until) <= until).toBe(true);
    }
  });

  test("may be at the very moment, and is not at the one it counts from", () => {
    expect(lastPlace(series(), at("09:00"), at("11:00"))).toEqual(at("11:00"));
    expect(lastPlace(series(), at("11:00"), at("11:00"))).toBeUndefined();
  });
});
