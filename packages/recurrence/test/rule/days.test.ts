import { describe, expect, test } from "@jest/globals";
import { afterCompletion, describeRule, occurrences } from "../../src/index.ts";

const days = {
  rule: "FREQ=DAILY;INTERVAL=2",
  start: "2026-11-24",
  timezone: "Europe/Rome",
  from: "schedule",
} as const;

describe("a series that starts on a day", () => {
  test("is expanded by the midnights of its zone, without the days left out", () => {
    const found = occurrences(
      { ...days, exdates: ["2026-11-26"], rdates: ["2026-11-27"] },
      { after: new Date("2026-11-24T00:00:00Z"), count: 3 },
    );
    expect(found).toMatchObject([
      { local: "2026-11-27T00:00:00", at: new Date("2026-11-26T23:00:00Z") },
      { local: "2026-11-28T00:00:00" },
      { local: "2026-11-30T00:00:00" },
    ]);
  });

  test("is told without a time of day", () => {
    expect(describeRule(days)).toBe("every 2 days");
    expect(describeRule({ ...days, start: "2026-11-24T00:00" })).toBe("every 2 days at 00:00");
  });

  test("counted from its completion goes on by days", () => {
    const done = new Date("2026-11-25T15:00:00Z");
    expect(afterCompletion({ ...days, from: "completion" }, done)).toMatchObject({
      next: { local: "2026-11-27T00:00:00" },
      recurrence: { start: "2026-11-27" },
    });
  });
});
