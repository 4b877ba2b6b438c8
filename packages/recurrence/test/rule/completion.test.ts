import { describe, expect, test } from "@jest/globals";
import { afterCompletion, type Recurrence } from "../../src/index.ts";
import { aSeries } from "./dates.ts";

const fromCompletion = (rule: string, more: Partial<Recurrence> = {}): Recurrence =>
  aSeries({ rule, timezone: "Europe/Rome", from: "completion", ...more });

describe("a series from completion waits for it, then counts from its day", () => {
  test.each([
    [
      "three days later, at the time of the start",
      "FREQ=DAILY;INTERVAL=3",
      "2026-02-10T22:30:00Z",
      "2026-02-13T09:00:00",
    ],
    [
      "done before its time of the day",
      "FREQ=DAILY",
      "2026-02-10T05:00:00Z",
      "2026-02-11T09:00:00",
    ],
    [
      "the day is that of the person's zone",
      "FREQ=DAILY",
      "2026-02-10T23:30:00Z",
      "2026-02-12T09:00:00",
    ],
    [
      "later on the same day",
      "FREQ=DAILY;BYHOUR=9,20",
      "2026-02-10T12:00:00Z",
      "2026-02-10T20:00:00",
    ],
    [
      "the second Monday from now",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
      "2026-02-10T12:00:00Z",
      "2026-02-23T09:00:00",
    ],
    ["a month after the 31st", "FREQ=MONTHLY", "2026-01-31T12:00:00Z", "2026-02-28T09:00:00"],
    ["a month after the 28th", "FREQ=MONTHLY", "2026-02-28T12:00:00Z", "2026-03-28T09:00:00"],
    ["a year after 29 February", "FREQ=YEARLY", "2028-02-29T12:00:00Z", "2029-02-28T09:00:00"],
    [
      "six hours after the moment itself",
      "FREQ=HOURLY;INTERVAL=6",
      "2026-02-10T12:34:56Z",
      "2026-02-10T19:34:56",
    ],
    ["over the change of the clocks", "FREQ=DAILY", "2026-03-28T12:00:00Z", "2026-03-29T09:00:00"],
  ])("%s: %s", (_name, rule, completedAt, next) => {
    const answer = afterCompletion(fromCompletion(rule), new Date(completedAt));
    expect(answer).toMatchObject({ next: { local: next }, recurrence: { rule } });
  });

  test("each completion takes one from COUNT, and after the last there is nothing", () => {
    const series = fromCompletion("FREQ=DAILY;COUNT=2");
    const completedAt = new Date("2026-02-10T12:00:00Z");
    const once = afterCompletion(series, completedAt);
    expect(once).toMatchObject({ recurrence: { rule: "FREQ=DAILY;COUNT=1" } });
    expect(afterCompletion(fromCompletion("FREQ=DAILY;COUNT=1"), completedAt)).toBeUndefined();
  });

  test("nothing comes after UNTIL", () => {
    const series = fromCompletion("FREQ=DAILY;UNTIL=20260210");
    expect(afterCompletion(series, new Date("2026-02-10T12:00:00Z"))).toBeUndefined();
  });

  test("a date that was left out stays left out", () => {
    const series = fromCompletion("FREQ=DAILY", { exdates: ["2026-02-11T09:00:00"] });
    const answer = afterCompletion(series, new Date("2026-02-10T12:00:00Z"));
    expect(answer).toMatchObject({ next: { local: "2026-02-12T09:00:00" } });
  });

  test("a rule that is none is refused", () => {
    expect(afterCompletion(fromCompletion("FREQ=NEVER"), new Date(0))).toMatchObject({
      part: "FREQ",
    });
  });
});
