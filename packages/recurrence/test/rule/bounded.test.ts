import { describe, expect, test } from "@jest/globals";
import { occurrences } from "../../src/index.ts";
import { aSeries, datesOf, firstOf } from "./dates.ts";

describe("rules that never happen end with nothing", () => {
  test.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
    "FREQ=DAILY;BYSETPOS=366;BYHOUR=1,2",
    "FREQ=WEEKLY;BYSETPOS=30;BYDAY=MO",
    "FREQ=YEARLY;BYSETPOS=366;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=HOURLY;INTERVAL=24;BYHOUR=10",
    "FREQ=MINUTELY;INTERVAL=1440;BYMINUTE=1",
    "FREQ=SECONDLY;INTERVAL=86400;BYSECOND=1",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYMONTH=2;BYDAY=MO;BYSETPOS=2",
    "FREQ=YEARLY;INTERVAL=400;BYMONTHDAY=29;BYMONTH=2",
    "FREQ=DAILY;UNTIL=20250101",
    "FREQ=DAILY;UNTIL=20250101T000000Z",
  ])("%s", (rule) => {
    expect(firstOf({ rule }, 5)).toEqual([]);
  });
});

describe("rules made to keep us busy", () => {
  test.each([
    ["FREQ=SECONDLY", "2090-05-01T00:00:00"],
    ["FREQ=SECONDLY;COUNT=999999999", "2050-01-01T00:00:00"],
    ["FREQ=MINUTELY;INTERVAL=7", "9990-01-01T00:00:00"],
    ["FREQ=DAILY;INTERVAL=999999999", "2026-01-05T09:00:00"],
    ["FREQ=WEEKLY;COUNT=999999;BYDAY=MO,TU,WE,TH,FR,SA,SU", "4000-01-01T00:00:00"],
  ])(
    "%s, asked after %s, is answered without a walk through all that lies before",
    (rule, after) => {
      const dates = datesOf({ rule }, { after: new Date(`${after}Z`), count: 3 });
      expect(dates.every(({ local }) => local > after)).toBe(true);
    },
  );

  test.each([
    ["FREQ=DAILY;COUNT=5000", 4_999 * 86_400],
    ["FREQ=SECONDLY;COUNT=1000000", 999_999],
    ["FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2000", (3 + 999 * 7) * 86_400],
    ["FREQ=HOURLY;INTERVAL=5;BYMINUTE=0,30;COUNT=20000", 9_999 * 5 * 3_600 + 1_800],
  ])("%s, asked just before its end, ends exactly there", (rule, secondsFromStart) => {
    const last = new Date(Date.UTC(2026, 0, 5, 9) + secondsFromStart * 1_000);
    const dates = datesOf({ rule }, { after: new Date(last.getTime() - 1), count: 9 });
    expect(dates).toMatchObject([{ at: last }]);
  });

  test("a count too far to walk is refused and names COUNT", () => {
    const series = aSeries({ rule: "FREQ=SECONDLY;BYHOUR=9;COUNT=999999999" });
    const answer = occurrences(series, { after: new Date("2100-01-01T00:00:00Z"), count: 1 });
    expect(answer).toMatchObject({ part: "COUNT", refused: expect.any(String) });
  });

  test("dates too rare to be found are refused and name INTERVAL", () => {
    const rule = "FREQ=SECONDLY;INTERVAL=86401;BYHOUR=9;BYMINUTE=0;BYSECOND=0";
    const series = aSeries({ rule, start: "2026-01-05T09:00:01" });
    expect(occurrences(series, { count: 5 })).toMatchObject({ part: "INTERVAL" });
  });

  test("10 000 dates left out are passed over; one more is refused", () => {
    const days = firstOf({}, 1_000);
    const many = Array.from({ length: 9_000 }, (_, index) => days[index % 1_000] ?? "");
    const exdates = [...days, ...many];
    expect(firstOf({ exdates }, 1)).toEqual(["2028-10-01T09:00:00"]);
    const answer = occurrences(aSeries({ exdates: [...exdates, "2030-01-01T09:00:00"] }), {
      count: 1,
    });
    expect(answer).toMatchObject({ part: "exdates" });
  });

  test("every minute of a day that a zone has left out is one minute once", () => {
    const dates = datesOf(
      { rule: "FREQ=MINUTELY", start: "2011-12-29T23:58:00", timezone: "Pacific/Apia" },
      { count: 5 },
    );
    expect(dates.map(({ local }) => local)).toEqual([
      "2011-12-29T23:58:00",
      "2011-12-29T23:59:00",
      "2011-12-31T00:00:00",
      "2011-12-31T00:01:00",
      "2011-12-31T00:02:00",
    ]);
  });
});
