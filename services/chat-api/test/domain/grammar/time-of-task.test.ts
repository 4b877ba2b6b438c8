import { expect, test } from "@jest/globals";
import { timeOfTask } from "../../../src/domain/grammar/time-of-task.ts";

// Tuesday, 10:00 in Rome.
const NOW = new Date("2026-11-24T09:00:00Z");
const timeOf = (when: string) =>
  timeOfTask({ title: "stretch", when }, { now: NOW, timezone: "Europe/Rome" });

test("a series is told by its rule in words and its next five dates", () => {
  const found = timeOf("every weekday at 8");
  expect(found).toMatchObject({
    repeat: { rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", start: "2026-11-25T08:00:00" },
    due: { at: "2026-11-25T07:00:00.000Z" },
    series: {
      words: "every weekday at 08:00",
      next: [25, 26, 27, 30, 1].map((date) => ({
        local: expect.stringMatching(new RegExp(`-${String(date).padStart(2, "0")}T08:00:00$`)),
      })),
    },
  });
});

test("its end is told in the time of the person", () => {
  const words = "every 2 hours at minute 0, until 24 November 2026, 18:00";
  expect(timeOf("every 2 hours until 6pm")).toMatchObject({ series: { words } });
});

test("a series keeps the days it leaves out", () => {
  const found = timeOf("every Friday at 9 except 25 December");
  expect(found).toMatchObject({ repeat: { exdates: ["2026-12-25T09:00:00"] } });
});

test("a day stays a day, and a series of days as well", () => {
  expect(timeOf("tomorrow")).toEqual({
    due: expect.objectContaining({ date: "2026-11-25", timezone: "Europe/Rome" }),
  });
  expect(timeOf("every Friday")).toMatchObject({
    repeat: { start: "2026-11-27", rule: "FREQ=WEEKLY;BYDAY=FR" },
    due: { date: "2026-11-27" },
    series: { words: "every Friday" },
  });
});

test("a reminder told beside the time is kept, with the moment at which it rings", () => {
  expect(timeOf("on Friday at 15:00, remind me 2 hours before")).toMatchObject({
    due: { at: "2026-11-27T14:00:00.000Z" },
    reminders: [{ minutes: -120 }],
    rings: { local: "2026-11-27T13:00:00" },
  });
  expect(timeOf("on Friday, remind me the evening before")).toMatchObject({
    due: { date: "2026-11-27" },
    reminders: [{ days: -1, time: "19:00" }],
    rings: { local: "2026-11-26T19:00:00" },
  });
});

test("an hour of either half of the day is asked back", () => {
  expect(timeOf("every weekday at 6")).toMatchObject({
    instead: { outcome: "which-time", choices: [expect.any(String), expect.any(String)] },
  });
});
