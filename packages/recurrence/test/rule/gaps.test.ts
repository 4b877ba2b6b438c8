import { describe, expect, test } from "@jest/globals";
import { datesOf, firstOf } from "./dates.ts";

const Rome = { timezone: "Europe/Rome" };

describe("where the clocks are put forward", () => {
  test("a daily time in the gap moves forward by the gap, for that day only", () => {
    const series = { ...Rome, start: "2026-03-28T02:30:00" };
    expect(firstOf(series, 3)).toEqual([
      "2026-03-28T02:30:00",
      "2026-03-29T03:30:00",
      "2026-03-30T02:30:00",
    ]);
  });

  test("what the gap moved takes its place behind what stood after the gap", () => {
    const rule = "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=15,45;COUNT=4";
    expect(firstOf({ ...Rome, rule, start: "2026-03-29T00:00:00" }, 9)).toEqual([
      "2026-03-29T03:15:00",
      "2026-03-29T03:45:00",
    ]);
    const uneven = "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30,45;BYSETPOS=3,4;COUNT=2";
    expect(firstOf({ ...Rome, rule: uneven, start: "2026-03-29T00:00:00" }, 9)).toEqual([
      "2026-03-29T03:00:00",
      "2026-03-29T03:45:00",
    ]);
  });

  test("an hourly rule has no hour twice", () => {
    const series = { ...Rome, rule: "FREQ=HOURLY", start: "2026-03-29T00:30:00" };
    expect(firstOf(series, 4)).toEqual([
      "2026-03-29T00:30:00",
      "2026-03-29T01:30:00",
      "2026-03-29T03:30:00",
      "2026-03-29T04:30:00",
    ]);
  });

  test("a day that a zone leaves out is lived on the next, once", () => {
    const series = { timezone: "Pacific/Apia", start: "2011-12-29T09:00:00" };
    expect(firstOf(series, 3)).toEqual([
      "2011-12-29T09:00:00",
      "2011-12-31T09:00:00",
      "2012-01-01T09:00:00",
    ]);
  });
});

describe("where the clocks are put back", () => {
  test("every quarter of an hour counts on the wall: the hour that comes again has none, in UTC it has all", () => {
    const quarters = { rule: "FREQ=MINUTELY;INTERVAL=15", start: "2026-10-25T00:00:00" };
    const between = { after: new Date("2026-10-25T00:30:00Z"), count: 3 };
    const timesOf = (timezone: string) =>
      datesOf({ ...quarters, timezone }, between).map(({ at }) => at.toISOString().slice(11, 16));
    // 02:45 for the first time, then 03:00: seventy-five minutes lie between.
    expect(timesOf("Europe/Rome")).toEqual(["00:45", "02:00", "02:15"]);
    expect(timesOf("UTC")).toEqual(["00:45", "01:00", "01:15"]);
  });

  test("a daily time happens the first time only", () => {
    const dates = datesOf({ ...Rome, start: "2026-10-25T02:30:00" }, { count: 2 });
    expect(dates.map(({ at }) => at.toISOString())).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ]);
  });

  test("asked between the two, the next is on the next day", () => {
    const after = new Date("2026-10-25T00:45:00Z");
    const dates = datesOf({ ...Rome, start: "2026-10-20T02:30:00" }, { after, count: 1 });
    expect(dates.map(({ local }) => local)).toEqual(["2026-10-26T02:30:00"]);
  });
});

describe("asked from any moment near a change, the rest is the same", () => {
  test.each([
    ["Europe/Rome", "2026-03-28T20:00:00"],
    ["Europe/Rome", "2026-10-24T20:00:00"],
    ["Australia/Lord_Howe", "2026-10-03T20:00:00"],
    ["Australia/Lord_Howe", "2026-04-04T20:00:00"],
    ["Africa/Casablanca", "2026-02-14T20:00:00"],
    ["Africa/Casablanca", "2026-03-21T20:00:00"],
    ["Pacific/Apia", "2011-12-29T20:00:00"],
  ])("%s, from %s on", (timezone, start) => {
    const series = { rule: "FREQ=MINUTELY;INTERVAL=25", timezone, start };
    const whole = datesOf(series, { count: 150 });
    for (const [index, { at }] of whole.slice(0, 120).entries())
      for (const moment of [at.getTime(), at.getTime() + 60_000]) {
        const next = datesOf(series, { after: new Date(moment), count: 5 });
        expect(next).toEqual(whole.slice(index + 1, index + 6));
      }
  });

  test("before takes nothing away that a gap has moved", () => {
    const rule = "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=30";
    const series = { ...Rome, rule, start: "2026-03-29T00:00:00" };
    const before = new Date("2026-03-29T01:30:01Z");
    const dates = datesOf(series, { before, count: 9 });
    expect(dates.map(({ local }) => local)).toEqual(["2026-03-29T01:30:00", "2026-03-29T03:30:00"]);
  });
});

const dailyUntil = (until: string): string[] =>
  firstOf({ ...Rome, rule: `FREQ=DAILY;UNTIL=${until}` }, 9);

describe("the end of a series", () => {
  test.each([
    ["20260107T080000Z", 3],
    ["20260107T075959Z", 2],
    ["20260107T090000", 3],
    ["20260107T085959", 2],
    ["20260107", 3],
  ])("UNTIL=%s, for a time that is 09:00 in Rome", (until, count) => {
    expect(dailyUntil(until)).toHaveLength(count);
  });
});

describe("dates left out and dates added", () => {
  test("a date that a gap has moved is left out by the time it shows, and by the time it should have been", () => {
    const series = { ...Rome, start: "2026-03-29T02:30:00" };
    for (const exdates of [["2026-03-29T02:30:00"], ["2026-03-29T03:30:00"]])
      expect(firstOf({ ...series, exdates }, 1)).toEqual(["2026-03-30T02:30:00"]);
  });

  test("added dates stand in order among the others, each once, and before the start as well", () => {
    const rdates = [
      "2026-01-06T15:00:00",
      "2026-01-06T09:00:00",
      "2025-12-31T09:00:00",
      "2027-01-01T09:00:00",
    ];
    expect(firstOf({ rule: "FREQ=DAILY;COUNT=2", rdates }, 9)).toEqual([
      "2025-12-31T09:00:00",
      "2026-01-05T09:00:00",
      "2026-01-06T09:00:00",
      "2026-01-06T15:00:00",
      "2027-01-01T09:00:00",
    ]);
  });

  test("a date both added and left out is left out", () => {
    const date = ["2026-01-08T09:00:00"];
    expect(firstOf({ rule: "FREQ=DAILY;COUNT=1", rdates: date, exdates: date }, 9)).toHaveLength(1);
  });
});
