import { describe, expect, test } from "@jest/globals";
import { checkRule, occurrences, type Recurrence } from "../../src/index.ts";
import { aSeries } from "./dates.ts";

describe("a rule that is none is refused, and the part at fault is named", () => {
  test.each([
    ["", ""],
    ["every day", "EVERY DAY"],
    ["INTERVAL=2", "FREQ"],
    ["FREQ=FORTNIGHTLY", "FREQ"],
    ["FREQ=DAILY;FREQ=DAILY", "FREQ"],
    ["FREQ=DAILY;INTERVAL=0", "INTERVAL"],
    ["FREQ=DAILY;INTERVAL=-1", "INTERVAL"],
    ["FREQ=DAILY;INTERVAL=1.5", "INTERVAL"],
    ["FREQ=DAILY;INTERVAL=1000000000", "INTERVAL"],
    ["FREQ=DAILY;COUNT=0", "COUNT"],
    ["FREQ=DAILY;COUNT=5;UNTIL=20261224", "UNTIL"],
    ["FREQ=DAILY;UNTIL=20261332", "UNTIL"],
    ["FREQ=DAILY;UNTIL=2026-12-24", "UNTIL"],
    ["FREQ=DAILY;UNTIL=20261224T256060Z", "UNTIL"],
    ["FREQ=WEEKLY;WKST=XX", "WKST"],
    ["FREQ=WEEKLY;BYDAY=MO,,TU", "BYDAY"],
    ["FREQ=MONTHLY;BYDAY=0MO", "BYDAY"],
    ["FREQ=MONTHLY;BYDAY=54MO", "BYDAY"],
    ["FREQ=WEEKLY;BYDAY=1MO", "BYDAY"],
    ["FREQ=DAILY;BYDAY=-1FR", "BYDAY"],
    ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "BYDAY"],
    ["FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"],
    ["FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"],
    ["FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"],
    ["FREQ=YEARLY;BYMONTH=13", "BYMONTH"],
    ["FREQ=YEARLY;BYMONTH=-1", "BYMONTH"],
    ["FREQ=YEARLY;BYYEARDAY=367", "BYYEARDAY"],
    ["FREQ=MONTHLY;BYYEARDAY=1", "BYYEARDAY"],
    ["FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO"],
    ["FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO"],
    ["FREQ=DAILY;BYHOUR=24", "BYHOUR"],
    ["FREQ=DAILY;BYMINUTE=60", "BYMINUTE"],
    ["FREQ=DAILY;BYSECOND=61", "BYSECOND"],
    ["FREQ=DAILY;BYHOUR=", "BYHOUR"],
    ["FREQ=MONTHLY;BYSETPOS=0;BYDAY=MO", "BYSETPOS"],
    ["FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS"],
    ["FREQ=DAILY;RSCALE=HEBREW", "RSCALE"],
    ["FREQ=DAILY;X-NAME=1", "X-NAME"],
    ["FREQ=DAILY;__PROTO__=1", "__PROTO__"],
    ["FREQ=DAILY;TOSTRING=1", "TOSTRING"],
    [`FREQ=DAILY;BYHOUR=${"1,".repeat(5_000)}1`, "rule"],
  ])("%s", (rule, part) => {
    expect(checkRule(rule)).toMatchObject({ ok: false, part, reason: expect.stringMatching(/\w/) });
    expect(occurrences(aSeries({ rule }), { count: 1 })).toMatchObject({ part });
  });

  test("a sound rule is not", () => {
    expect(
      checkRule("FREQ=MONTHLY;BYDAY=MO,-1FR;BYSETPOS=2;WKST=SU;UNTIL=20301231T235959Z"),
    ).toEqual({
      ok: true,
    });
  });
});

describe("what else of a series is unsound is refused, too", () => {
  test.each<[Partial<Recurrence>, string]>([
    [{ timezone: "Europe/Atlantis" }, "timezone"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ timezone: "" }, "timezone"],
    [{ start: "2026-02-30T09:00:00" }, "start"],
    [{ start: "tomorrow" }, "start"],
    [{ start: "2026-01-05T09:00:00Z" }, "start"],
    [{ start: "0000-01-05T09:00:00" }, "start"],
    [{ exdates: ["2026-01-32"] }, "exdates"],
    [{ rdates: ["2026-01-05T24:00:00"] }, "rdates"],
  ])("%j", (series, part) => {
    expect(occurrences(aSeries(series), { count: 1 })).toMatchObject({ part });
  });

  test.each([0, -1, 1.5, 1_001, Number.NaN])("a count of %d is a fault of the program", (count) => {
    expect(() => occurrences(aSeries({}), { count })).toThrow(RangeError);
  });

  test("so is an invalid date", () => {
    const after = new Date(Number.NaN);
    expect(() => occurrences(aSeries({}), { after, count: 1 })).toThrow(RangeError);
  });
});
