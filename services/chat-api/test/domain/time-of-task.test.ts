import { expect, test } from "@jest/globals";
import { timeOfTask } from "../../src/domain/time-of-task.ts";

// Tuesday, 10:00 in Rome.
const NOW = new Date("2026-11-24T09:00:00Z");
const timeOf = (when: string) => timeOfTask({ title: "stretch", when }, NOW, "Europe/Rome");

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

test("a series that leaves out days is not kept without saying so", () => {
  const found = timeOf("every Friday at 9 except 25 December");
  expect(found).toMatchObject({ instead: { outcome: "refused" } });
});

test("an hour of either half of the day is asked back", () => {
  expect(timeOf("every weekday at 6")).toMatchObject({
    instead: { outcome: "which-time", choices: [expect.any(String), expect.any(String)] },
  });
});
