import { describe, expect, test } from "@jest/globals";
import type { Due } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { notificationBody } from "../../src/domain/notification-body.ts";
import { aReminder, at, dueAt } from "../a-reminder.ts";

const say = (over: Partial<ReminderDue>, now: string) =>
  notificationBody(aReminder(over), false, at(now));
const on = (date: string, begins: string, ends: string): Due => ({
  date,
  timezone: "Europe/Rome",
  begins_at: `${begins}T23:00:00.000Z`,
  ends_at: `${ends}T23:00:00.000Z`,
});
const today = on("2026-11-22", "2026-11-21", "2026-11-22");
const tomorrow = on("2026-11-23", "2026-11-22", "2026-11-23");
const yesterday = on("2026-11-21", "2026-11-20", "2026-11-21");
const inDecember = on("2026-12-03", "2026-12-02", "2026-12-03");
const lastMonth = on("2026-10-03", "2026-10-02", "2026-10-03");

describe("before the due time it says when that is, and how long until then", () => {
  test.each<[string, Due, string, string]>([
    ["minutes", dueAt("08:00:00"), "07:50:00.300", "at 09:00 (Europe/Rome), in 10 minutes"],
    ["a minute", dueAt("08:00:00"), "07:59:00", "at 09:00 (Europe/Rome), in 1 minute"],
    ["hours", dueAt("08:00:00"), "06:00:00.500", "at 09:00 (Europe/Rome), in 2 hours"],
    [
      "a day",
      dueAt("2026-11-23T08:00:00Z"),
      "08:00:00",
      "on 23 November 2026 at 09:00 (Europe/Rome), in 24 hours",
    ],
    [
      "weeks",
      dueAt("2026-12-06T08:00:00Z"),
      "08:00:00",
      "on 6 December 2026 at 09:00 (Europe/Rome), in 14 days",
    ],
  ])("%s before", (_long, task_due, now, when) => {
    const due_at = at(now).toISOString();
    expect(say({ task_due, due_at }, now)).toBe(`Due ${when}: call mum`);
  });
});

test.each<[string, string, string]>([
  ["two hours after", "10:00:30", "This was due at 09:00 (Europe/Rome), 2 hours ago."],
  ["half an hour after", "08:30:00", "This was due at 09:00 (Europe/Rome), 30 minutes ago."],
])("%s the due time it says how long ago that was", (_when, now, body) => {
  expect(say({ task_due: dueAt("08:00:00"), due_at: at(now).toISOString() }, now)).toBe(body);
});

test("one before the due time that was late and comes in the very moment says that it is now", () => {
  const early = { task_due: dueAt("08:00:00"), due_at: at("07:50:00").toISOString() };
  expect(notificationBody(aReminder(early), true, at("07:59:50"))).toBe("Due now: call mum");
  expect(notificationBody(aReminder(early), true, at("07:57:00"))).toBe(
    "Due at 09:00 (Europe/Rome), in 3 minutes: call mum",
  );
});

describe("of a whole day it says which", () => {
  test.each<[Due, string, string]>([
    [today, "08:00:00", "Due today: call mum"],
    [tomorrow, "08:00:00", "Due tomorrow: call mum"],
    [inDecember, "08:00:00", "Due on 3 December 2026: call mum"],
    [yesterday, "08:00:00", "This was due yesterday."],
    [lastMonth, "08:00:00", "This was due on 3 October 2026."],
    // In Rome it is midnight.
    [tomorrow, "22:59:59", "Due tomorrow: call mum"],
    [tomorrow, "23:00:00", "Due today: call mum"],
    [today, "23:00:00", "This was due yesterday."],
  ])("%j at %s", (task_due, now, body) => {
    expect(say({ task_due, due_at: at(now).toISOString() }, now)).toBe(body);
  });

  test("over the change of a year, too", () => {
    const newYear = on("2027-01-01", "2026-12-31", "2027-01-01");
    const eve = new Date("2026-12-31T12:00:00Z");
    expect(notificationBody(aReminder({ task_due: newYear }), false, eve)).toBe(
      "Due tomorrow: call mum",
    );
  });
});

describe("a repetition says what is still open", () => {
  test.each<[string, Due | undefined, string, string]>([
    ["since", dueAt("08:00:00"), "08:20:00", " It was due at 09:00 (Europe/Rome), 20 minutes ago."],
    ["until", dueAt("08:30:00"), "08:20:00", " It is due at 09:30 (Europe/Rome), in 10 minutes."],
    ["now", dueAt("08:20:00"), "08:20:10", " It is due now."],
    ["today", today, "08:20:00", " It is due today."],
    ["yesterday", yesterday, "08:20:00", " It was due yesterday."],
  ])("%s", (_when, task_due, now, rest) => {
    expect(say({ task_due, nag: 2, due_at: at(now).toISOString() }, now)).toBe(
      `Still open: call mum.${rest}`,
    );
  });

  test("without a due time", () => {
    const { task_due: _, ...undated } = aReminder({ nag: 1 });
    expect(notificationBody(undated, false, at("08:20:00"))).toBe("Still open: call mum.");
  });
});

test("of a task without a due time it says what it is, and when it is late for when it was", () => {
  const { task_due: _, ...undated } = aReminder();
  expect(notificationBody(undated, false, at("08:00:00"))).toBe("Reminder: call mum");
  expect(notificationBody(undated, true, at("08:12:00"))).toBe(
    "This was set to ring at 09:00 (Europe/Rome), 12 minutes ago.",
  );
});
