import { expect, test } from "@jest/globals";
import { datesOf, firstOf } from "./dates.ts";

const at = (time: string, ...days: string[]): string[] => days.map((day) => `${day}T${time}`);
const nine = (...days: string[]): string[] => at("09:00:00", ...days);

test.each([
  [
    "the last day and the one before",
    "FREQ=DAILY;BYMONTHDAY=-1,-2",
    nine("2026-01-30", "2026-01-31", "2026-02-27"),
  ],
  [
    "the 31st skips shorter months",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    nine("2026-01-31", "2026-03-31", "2026-05-31"),
  ],
  [
    "the 31st, or the last day",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    nine("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"),
  ],
  [
    "29 February, or the 28th",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
    nine("2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"),
  ],
  ["29 February alone", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", nine("2028-02-29", "2032-02-29")],
  ["week 53", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", nine("2026-12-28", "2032-12-27", "2037-12-28")],
  [
    "week 1 begins in the old year",
    "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO",
    nine("2027-01-04", "2028-01-03", "2029-01-01", "2029-12-31"),
  ],
  [
    "a bare week number takes the weekday of the start",
    "FREQ=YEARLY;BYWEEKNO=20",
    nine("2026-05-11", "2027-05-17"),
  ],
  [
    "the last week",
    "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU",
    nine("2027-01-03", "2028-01-02", "2028-12-31"),
  ],
  [
    "the last day of the year, by number",
    "FREQ=YEARLY;BYYEARDAY=-1,366",
    nine("2026-12-31", "2027-12-31", "2028-12-31"),
  ],
  ["the 366th day", "FREQ=YEARLY;BYYEARDAY=366", nine("2028-12-31", "2032-12-31")],
  [
    "days of the year that are weekdays too",
    "FREQ=YEARLY;BYYEARDAY=100;BYDAY=FR",
    nine("2026-04-10", "2032-04-09"),
  ],
  [
    "the last Sunday and the 53rd Thursday",
    "FREQ=YEARLY;BYDAY=-1SU,53TH",
    nine("2026-12-27", "2026-12-31", "2027-12-26"),
  ],
  [
    "every Sunday beside the first Monday",
    "FREQ=MONTHLY;BYDAY=1MO,SU",
    nine("2026-01-05", "2026-01-11", "2026-01-18"),
  ],
  [
    "weeks that begin on Sunday",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
    nine("2026-01-05", "2026-01-18", "2026-01-19", "2026-02-01"),
  ],
  [
    "BYSETPOS among several times",
    "FREQ=MONTHLY;BYDAY=MO;BYHOUR=9,18;BYSETPOS=1,-1",
    ["2026-01-05T09:00:00", "2026-01-26T18:00:00", "2026-02-02T09:00:00"],
  ],
  [
    "one place named twice",
    "FREQ=MONTHLY;BYMONTHDAY=7;BYSETPOS=1,-1",
    nine("2026-01-07", "2026-02-07"),
  ],
  [
    "minutes out of order",
    "FREQ=DAILY;BYMINUTE=45,15",
    ["2026-01-05T09:15:00", "2026-01-05T09:45:00", "2026-01-06T09:15:00"],
  ],
  [
    "seconds that meet an hour by chance",
    "FREQ=SECONDLY;INTERVAL=119;BYHOUR=10",
    ["2026-01-05T10:01:29", "2026-01-05T10:03:28"],
  ],
  [
    "90 minutes within office hours",
    "FREQ=MINUTELY;INTERVAL=90;BYHOUR=9,10,11,12,13,14,15,16,17",
    ["2026-01-05T09:00:00", "2026-01-05T10:30:00", "2026-01-05T12:00:00", "2026-01-05T13:30:00"],
  ],
  [
    "a leap second is the second before",
    "FREQ=DAILY;BYSECOND=60",
    at("09:00:59", "2026-01-05", "2026-01-06"),
  ],
  [
    "a thousand years apart",
    "FREQ=YEARLY;INTERVAL=1000",
    nine("2026-01-05", "3026-01-05", "4026-01-05"),
  ],
  [
    "a start that the rule does not fall on",
    "FREQ=WEEKLY;BYDAY=TU",
    nine("2026-01-06", "2026-01-13"),
  ],
  [
    "small letters and the word itself",
    "RRULE:freq=weekly;byday=tu;",
    nine("2026-01-06", "2026-01-13"),
  ],
])("%s: %s", (_name, rule, expected) => {
  expect(firstOf({ rule }, expected.length)).toEqual(expected);
});

test("a start that is a day has no time, and so hours and minutes of its rule are ignored", () => {
  const series = { rule: "FREQ=DAILY;BYHOUR=9;BYMINUTE=1,2", start: "2026-12-01" };
  const dates = datesOf(series, { after: new Date("2026-11-30T00:00:00Z"), count: 2 });
  expect(dates.map(({ local }) => local)).toEqual(at("00:00:00", "2026-12-01", "2026-12-02"));
});
