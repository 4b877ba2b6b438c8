import { expect, test } from "@jest/globals";
import { describeRule } from "../../src/index.ts";

// 24 November 2026 is a Tuesday.
const start = "2026-11-24T08:00:00";
const inWords = (rule: string, allDay = false): string =>
  describeRule({ rule, start, from: "schedule" }, { allDay });

test.each([
  ["FREQ=DAILY", "every day at 08:00"],
  ["FREQ=DAILY;INTERVAL=3", "every 3 days at 08:00"],
  ["FREQ=DAILY;BYHOUR=8,20", "every day at 08:00 and 20:00"],
  [
    "FREQ=DAILY;BYHOUR=9,10,11,12;BYMINUTE=0,30",
    "every day at minutes 0 and 30, during the hours 9 to 12",
  ],
  ["FREQ=DAILY;BYMONTH=1", "every day in January at 08:00"],
  ["FREQ=DAILY;BYDAY=MO,WE", "every Monday and Wednesday at 08:00"],
  ["FREQ=DAILY;BYMONTHDAY=-1,-2", "every day on the 2nd to last day and last day at 08:00"],
  ["FREQ=WEEKLY", "every Tuesday at 08:00"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday at 08:00"],
  ["FREQ=WEEKLY;BYDAY=SU,SA", "every weekend day at 08:00"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day at 08:00"],
  ["FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5", "every Monday and Thursday at 08:00, 5 times"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tuesday at 08:00"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "every 2 weeks on every weekday at 08:00"],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
    "every 2 weeks on Tuesday and Sunday at 08:00, in weeks that begin on Sunday",
  ],
  ["FREQ=MONTHLY", "every month on the 24th at 08:00"],
  ["FREQ=MONTHLY;BYMONTHDAY=2,13,23", "every month on the 2nd, 13th and 23rd at 08:00"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day at 08:00"],
  [
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "every month on the 31st (the last day where there is none) at 08:00",
  ],
  ["FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "every 3 months on the last Friday at 08:00"],
  [
    "FREQ=MONTHLY;BYDAY=1SU,-2MO",
    "every month on the first Sunday and the second to last Monday at 08:00",
  ],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last weekday at 08:00"],
  [
    "FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=3",
    "every month on every Tuesday and every Wednesday (only the third of these) at 08:00",
  ],
  [
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "every month on every Friday if that is the 13th at 08:00",
  ],
  ["FREQ=YEARLY", "every year on 24 November at 08:00"],
  [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
    "every year on 29 February (the last day where there is none) at 08:00",
  ],
  ["FREQ=YEARLY;BYMONTH=6,7", "every year on the 24th of June and July at 08:00"],
  ["FREQ=YEARLY;BYDAY=20MO", "every year on the 20th Monday of the year at 08:00"],
  ["FREQ=YEARLY;BYMONTH=3;BYDAY=1MO", "every year on the first Monday of March at 08:00"],
  ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "every year in week 20 on Monday at 08:00"],
  ["FREQ=YEARLY;BYWEEKNO=-1", "every year in the last week of the year on Tuesday at 08:00"],
  ["FREQ=YEARLY;BYYEARDAY=1,-1", "every year on the 1st day and last day of the year at 08:00"],
  ["FREQ=HOURLY;INTERVAL=3", "every 3 hours at minute 0"],
  ["FREQ=MINUTELY;INTERVAL=90", "every 90 minutes"],
  [
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11;BYDAY=MO",
    "every 20 minutes on Monday during the hours 9 to 11",
  ],
  ["FREQ=SECONDLY;INTERVAL=30;COUNT=1", "every 30 seconds, once"],
  ["FREQ=DAILY;UNTIL=20261224", "every day at 08:00, until 24 December 2026"],
  ["FREQ=DAILY;UNTIL=20261224T180000", "every day at 08:00, until 24 December 2026, 18:00"],
  ["FREQ=DAILY;UNTIL=20261224T180000Z", "every day at 08:00, until 24 December 2026, 18:00 UTC"],
])("%s is %s", (rule, words) => {
  expect(inWords(rule)).toBe(words);
});

test.each([
  ["20261224T170000Z", "Europe/Rome", "24 December 2026, 18:00"],
  ["20261224T225959Z", "Europe/Rome", "24 December 2026"],
  ["20261225T045959Z", "America/New_York", "24 December 2026"],
  ["20261224T180000", "America/New_York", "24 December 2026, 18:00"],
])("an end at %s is in %s: until %s", (until, timezone, words) => {
  const rule = `FREQ=DAILY;UNTIL=${until}`;
  const told = describeRule({ rule, start, timezone, from: "schedule" });
  expect(told).toBe(`every day at 08:00, until ${words}`);
});

test("an all-day series has no time of day", () => {
  expect(inWords("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", true)).toBe("every weekday");
});

test("a series from completion says so", () => {
  const words = describeRule({ rule: "FREQ=DAILY;INTERVAL=3", start, from: "completion" });
  expect(words).toBe("every 3 days at 08:00, counted from when it is done");
});

test("what is no rule comes back as it is", () => {
  expect(inWords("now and then")).toBe("now and then");
});
