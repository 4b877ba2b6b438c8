import { expect, test } from "@jest/globals";
import type { WhenAnswer } from "@todo-mesh/contracts";
import { reminderChoices, reminderValueOf } from "../src/tasks/reminder-choices.ts";
import { formOf, patchOf } from "../src/tasks/task-form.ts";
import { timesOf } from "../src/tasks/times.ts";
import { aTask, at, onDay } from "./a-task.ts";

const FRIDAY = {
  kind: "date",
  date: "2026-12-04",
  timezone: "Europe/Rome",
  title: "",
  phrase: "on Friday",
  reading: "Friday 4 December 2026",
} as const satisfies WhenAnswer;
const WEEKDAYS = {
  kind: "recurrence" as const,
  rule: "FREQ=DAILY",
  start: "2026-12-04T00:00:00",
  timezone: "Europe/Rome",
  from: "schedule" as const,
  all_day: true,
  next: [],
  title: "",
  phrase: "every day",
  reading: "Every day",
} satisfies WhenAnswer;
const task = aTask({
  title: "call mum",
  tags: ["family"],
  priority: "high",
  due: onDay("2026-12-01"),
});

test("a form that was left alone changes nothing", () => {
  expect(patchOf(task, formOf(task), undefined)).toEqual({});
});

test("only what was changed is named, and what was emptied is taken away", () => {
  const form = { ...formOf(task), title: " call dad ", priority: "none", tags: "family, phone,," };
  expect(patchOf(task, form, undefined)).toEqual({
    title: "call dad",
    priority: null,
    tags: ["family", "phone"],
  });
  const noted = aTask({ notes: "long" });
  expect(patchOf(noted, { ...formOf(noted), notes: "" }, undefined)).toEqual({ notes: null });
});

test("a time in words takes the place of the time before", () => {
  expect(patchOf(task, { ...formOf(task), when: "on Friday" }, FRIDAY)).toEqual({
    due: { date: "2026-12-04", timezone: "Europe/Rome" },
  });
});

test("a day for a series moves its next date alone, and without any date it is no series any more", () => {
  const series = aTask({
    repeat: { rule: "FREQ=DAILY", start: "2026-12-01", timezone: "UTC", from: "schedule" },
  });
  const form = { ...formOf(series), when: "on Friday" };
  expect(patchOf(series, form, FRIDAY)).toEqual({
    due: { date: "2026-12-04", timezone: "Europe/Rome" },
  });
  expect(patchOf(series, { ...formOf(series), isWithoutDue: true }, undefined)).toEqual({
    due: null,
    repeat: null,
  });
});

test("a series of whole days begins on a day, not at midnight", () => {
  expect(timesOf(WEEKDAYS)).toEqual({
    repeat: { rule: "FREQ=DAILY", start: "2026-12-04", timezone: "Europe/Rome", from: "schedule" },
  });
});

test("the usual reminders are those of its kind of time, and others stay until one of these is chosen", () => {
  const timed = aTask({ due: at(new Date("2026-12-01T08:00:00Z")) });
  const own = { ...timed, reminders: [{ minutes: -7 }] };
  expect(reminderChoices(timed).map(({ value }) => value)).toContain("hour");
  expect(reminderChoices(task).map(({ value }) => value)).toEqual(["never", "onDay", "eve"]);
  expect(reminderChoices(aTask())).toEqual([]);
  expect([timed, own, { ...timed, reminders: [] }, task].map(reminderValueOf)).toEqual([
    "due",
    "",
    "never",
    "never",
  ]);
  expect(patchOf(own, formOf(own), undefined)).toEqual({});
  expect(patchOf(own, { ...formOf(own), reminders: "hour" }, undefined)).toEqual({
    reminders: [{ minutes: -60 }],
  });
  expect(patchOf(own, { ...formOf(own), reminders: "due" }, undefined)).toEqual({
    reminders: null,
  });
});
