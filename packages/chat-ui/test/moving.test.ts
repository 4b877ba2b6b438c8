import { expect, test } from "@jest/globals";
import { movedTo, nextWeek, today } from "../src/tasks/moving.ts";
import { daysBetween, dueDay } from "../src/tasks/dates.ts";
import { aTask, onDay } from "./a-task.ts";

const evening = aTask({
  due: {
    local: "2026-12-01T23:30:00",
    timezone: "Asia/Tokyo",
    at: "2026-12-01T14:30:00.000Z",
  },
});

test("the day moves and the time of day stays, also where it is another day there than here", () => {
  const here = dueDay(evening) ?? "";
  const shift = daysBetween(here, "2026-12-10");
  expect(movedTo(evening, "2026-12-10")).toEqual({
    due: {
      local: `2026-12-${String(1 + shift).padStart(2, "0")}T23:30:00`,
      timezone: "Asia/Tokyo",
    },
  });
});

test("a floating time stays floating, and a day stays a day in its zone", () => {
  const floating = aTask({
    due: {
      local: "2026-12-01T09:00:00",
      timezone: "UTC",
      at: "2026-12-01T09:00:00.000Z",
      floating: true,
    },
  });
  expect(movedTo(floating, "2026-12-02")).toEqual({
    due: { local: "2026-12-02T09:00:00", timezone: "UTC", floating: true },
  });
  expect(movedTo(aTask({ due: onDay("2026-12-01") }), "2027-01-01")).toEqual({
    due: { date: "2027-01-01", timezone: "UTC" },
  });
});

test("a task without a date is given the day, and one without a day any more is in no series", () => {
  expect(movedTo(aTask(), "2026-12-02")).toMatchObject({ due: { date: "2026-12-02" } });
  expect(movedTo(evening, undefined)).toEqual({ due: null });
  const repeat = {
    rule: "FREQ=DAILY",
    start: "2026-12-01",
    timezone: "UTC",
    from: "schedule",
  } as const;
  expect(movedTo(aTask({ repeat }), undefined)).toEqual({ due: null, repeat: null });
});

test("next week begins on the Monday that comes", () => {
  expect(new Date(`${nextWeek()}T12:00:00Z`).getUTCDay()).toBe(1);
  expect(daysBetween(today(), nextWeek())).toBeGreaterThan(0);
  expect(daysBetween(today(), nextWeek())).toBeLessThanOrEqual(7);
});
