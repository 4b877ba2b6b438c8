import { expect, test } from "@jest/globals";
import { lastOccurrence } from "../../src/rule/last.ts";

const last = (rule: string, before: string): string | undefined =>
  lastOccurrence(
    { rule, start: "2026-11-02T00:00", timezone: "UTC", from: "schedule" },
    { before: new Date(before) },
  )?.at.toISOString();

test.each([
  [
    "FREQ=MINUTELY;INTERVAL=10;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8,9,10,11,12,13,14,15,16,17",
    "2026-11-29T12:00:00Z",
    "2026-11-27T17:50:00.000Z",
  ],
  [
    "FREQ=MINUTELY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16",
    "2026-11-20T18:30:00Z",
    "2026-11-20T16:59:00.000Z",
  ],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2027-03-01T00:00:00Z", "2027-01-31T00:00:00.000Z"],
  ["FREQ=DAILY;COUNT=3", "2027-03-01T00:00:00Z", "2026-11-04T00:00:00.000Z"],
])("the last date of %s before %s is the last, however many lie between", (rule, before, date) => {
  expect(last(rule, before)).toBe(date);
});
