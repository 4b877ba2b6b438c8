import { describe, expect, test } from "@jest/globals";
import { mostInADay, occurrences } from "../../src/index.ts";

const RULES = [
  "FREQ=DAILY",
  "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "FREQ=WEEKLY;BYDAY=MO,TU;BYHOUR=8,12,18;BYMINUTE=0,30",
  "FREQ=HOURLY",
  "FREQ=HOURLY;INTERVAL=5",
  "FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=0,15,30,45",
  "FREQ=MINUTELY",
  "FREQ=MINUTELY;INTERVAL=7",
  "FREQ=MINUTELY;BYHOUR=9;BYSECOND=0,30",
  "FREQ=MINUTELY;BYMINUTE=0,20;BYDAY=MO",
  "FREQ=SECONDLY;INTERVAL=90",
  "FREQ=SECONDLY;BYHOUR=8;BYMINUTE=1,2;BYSECOND=5,6",
  "FREQ=MINUTELY;COUNT=25",
];

describe("the dates a rule has on one day", () => {
  test.each(RULES)("%s has as many as are counted, or fewer on any day of a month", (rule) => {
    const start = "2026-03-01T00:00:00";
    const most = mostInADay(rule);
    const found = occurrences(
      { rule, start, timezone: "UTC", from: "schedule" },
      { after: new Date("2026-02-28T00:00:00Z"), count: 1_000 },
    );
    if ("refused" in found) throw new Error(found.refused);
    const days = Map.groupBy(found, ({ local }) => local.slice(0, 10));
    const busiest = Math.max(...[...days.values()].map((dates) => dates.length));
    expect(busiest).toBeLessThanOrEqual(most);
    expect(busiest).toBeGreaterThanOrEqual(Math.min(most, 1_000) * 0.9);
  });

  test("are none for what is no rule", () => {
    expect(mostInADay("FREQ=NEVER")).toBe(0);
  });
});
