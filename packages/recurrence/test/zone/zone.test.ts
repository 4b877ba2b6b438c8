import { describe, expect, test } from "@jest/globals";
import { assert, constantFrom, date, property } from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  instantsOf,
  isAmbiguous,
  isInGap,
  isZone,
  offsetMinutes,
  offsetText,
  toInstant,
  toLocal,
  zoneData,
} from "../../src/index.ts";

const ZONES = Intl.supportedValuesOf("timeZone");

describe("a wall time and its instant", () => {
  test.each([
    ["on an ordinary day", "2026-11-24T09:00:00", "Europe/Rome", "2026-11-24T08:00:00Z"],
    ["without seconds", "2026-11-24T09:00", "Europe/Rome", "2026-11-24T08:00:00Z"],
    ["to the millisecond", "2026-11-24T09:00:00.125", "Europe/Rome", "2026-11-24T08:00:00.125Z"],
    ["in a gap: forward by an hour", "2026-03-29T02:30:00", "Europe/Rome", "2026-03-29T01:30:00Z"],
    [
      "in a gap of half an hour",
      "2026-10-04T02:15:00",
      "Australia/Lord_Howe",
      "2026-10-03T15:45:00Z",
    ],
    ["in a gap of a whole day", "2011-12-30T09:00:00", "Pacific/Apia", "2011-12-30T19:00:00Z"],
    ["in a gap at midnight", "2026-04-24T00:00:00", "Africa/Cairo", "2026-04-23T22:00:00Z"],
    ["in a fold: the first", "2026-10-25T02:30:00", "Europe/Rome", "2026-10-25T00:30:00Z"],
    [
      "in a fold of half an hour",
      "2026-04-05T01:45:00",
      "Australia/Lord_Howe",
      "2026-04-04T14:45:00Z",
    ],
    ["with an odd offset", "2026-01-01T00:00:00", "Asia/Kathmandu", "2025-12-31T18:15:00Z"],
    ["before clocks agreed", "1850-01-01T12:00:00", "Europe/Amsterdam", "1850-01-01T11:42:30Z"],
    ["in the first year", "0001-01-01T00:00:00", "UTC", "0001-01-01T00:00:00Z"],
    ["in the last year", "9999-12-31T23:59:59", "UTC", "9999-12-31T23:59:59Z"],
  ])("%s: %s in %s", (_name, local, zone, instant) => {
    expect(toInstant(local, zone)).toEqual(new Date(instant));
  });

  test("a gap has no instant, a fold has two, another time has one", () => {
    expect(instantsOf("2026-03-29T02:30:00", "Europe/Rome")).toEqual([]);
    expect(instantsOf("2026-10-25T02:30:00", "Europe/Rome")).toEqual([
      new Date("2026-10-25T00:30:00Z"),
      new Date("2026-10-25T01:30:00Z"),
    ]);
    expect(instantsOf("2026-10-25T03:00:00", "Europe/Rome")).toHaveLength(1);
  });

  test.each([
    ["2026-03-29T01:59:59", false, false],
    ["2026-03-29T02:00:00", true, false],
    ["2026-03-29T02:59:59", true, false],
    ["2026-03-29T03:00:00", false, false],
    ["2026-10-25T01:59:59", false, false],
    ["2026-10-25T02:00:00", false, true],
    ["2026-10-25T02:59:59", false, true],
    ["2026-10-25T03:00:00", false, false],
  ])("%s in Rome: in a gap %s, ambiguous %s", (local, gap, ambiguous) => {
    expect(isInGap(local, "Europe/Rome")).toBe(gap);
    expect(isAmbiguous(local, "Europe/Rome")).toBe(ambiguous);
  });

  test("the same as Temporal says, in any zone, at any time of two centuries", () => {
    const range = {
      min: new Date("1900-01-01Z"),
      max: new Date("2100-01-01Z"),
      noInvalidDate: true,
    };
    assert(
      property(constantFrom(...ZONES), date(range), (zone, at) => {
        const local = toLocal(at, zone);
        const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
        expect(local).toBe(zoned.toPlainDateTime().toString({ smallestUnit: "second" }));
        const back = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
        expect(toInstant(local, zone).getTime()).toBe(back.epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });
});

describe("offsets", () => {
  test.each([
    ["Europe/Rome", "2026-07-01T00:00:00Z", 120, "+02:00"],
    ["America/St_Johns", "2026-01-01T00:00:00Z", -210, "-03:30"],
    ["UTC", "2026-01-01T00:00:00Z", 0, "+00:00"],
    ["Africa/Casablanca", "2026-02-25T00:00:00Z", 0, "+00:00"],
    ["Africa/Casablanca", "2026-04-01T00:00:00Z", 60, "+01:00"],
  ])("%s at %s", (zone, at, minutes, text) => {
    expect(offsetMinutes(new Date(at), zone)).toBe(minutes);
    expect(offsetText(new Date(at), zone)).toBe(text);
  });
});

describe("names of zones", () => {
  test.each(["Europe/Rome", "UTC", "Etc/GMT+5", "america/new_york", "US/Eastern"])(
    "%s is one",
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  test.each([
    "",
    "Rome",
    "+01:00",
    "Europe/Atlantis",
    "__proto__",
    "x".repeat(10_000),
    "Europe/Rome\n",
  ])("%j is none", (name) => {
    expect(isZone(name)).toBe(false);
  });

  test("what is no zone or no wall time is a fault of the program", () => {
    expect(() => toLocal(new Date(0), "Europe/Atlantis")).toThrow(RangeError);
    expect(() => toInstant("2026-11-24T09:00:00", "Europe/Atlantis")).toThrow(RangeError);
    expect(() => toInstant("2026-02-29T09:00:00", "UTC")).toThrow(RangeError);
    expect(() => toInstant("2026-02-28T09:00:00Z", "UTC")).toThrow(RangeError);
  });
});

test("the zone data say of what age they are", () => {
  const { version, year } = zoneData();
  expect(version).toMatch(/^20\d\d[a-z]+$/);
  expect(version.startsWith(String(year))).toBe(true);
});
