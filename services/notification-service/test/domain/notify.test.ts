import { describe, expect, test } from "@jest/globals";
import { Notification } from "@todo-mesh/contracts";
import { ReminderDue } from "@todo-mesh/contracts/events";
import { notify, notifyUnplanned } from "../../src/domain/notify.ts";
import { aReminder, at } from "../a-reminder.ts";

describe("what the inbox says", () => {
  test.each([
    ["in time", "08:00:00.100", false, "Due now: call mum"],
    ["a minute later it is still now", "08:01:00.000", false, "Due now: call mum"],
    [
      "past a minute it is late",
      "08:01:00.001",
      true,
      "This was due at 09:00 (Europe/Rome), 1 minute ago.",
    ],
    ["minutes late", "08:12:40", true, "This was due at 09:00 (Europe/Rome), 12 minutes ago."],
    ["an hour late", "09:01:00", true, "This was due at 09:00 (Europe/Rome), 1 hour ago."],
    ["hours late", "13:59:00", true, "This was due at 09:00 (Europe/Rome), 5 hours ago."],
  ])("%s", (_when, now, late, body) => {
    expect(notify(aReminder(), at(now))).toMatchObject({ late, body });
  });

  test("what was due on another day is said with its date there", () => {
    const due = aReminder({ due_at: "2026-11-19T23:30:00.000Z" });
    expect(notify(due, at("08:00:00")).body).toBe(
      "This was due on 20 November 2026 at 00:30 (Europe/Rome), 2 days ago.",
    );
  });

  test("what rang late is late, even by a clock that runs behind", () => {
    const due = aReminder({ late: true });
    expect(notify(due, at("07:59:59"))).toMatchObject({
      late: true,
      body: "This was due at 09:00 (Europe/Rome), 1 minute ago.",
    });
  });

  test("a zone this runtime does not know is told in UTC", () => {
    const due = ReminderDue.data.parse(aReminder({ timezone: "Mars/Olympus_Mons" }));
    expect(notify(due, at("08:30:00")).body).toBe("This was due at 08:00 (UTC), 30 minutes ago.");
  });

  test("a distance from UTC, as it was once let in for a zone, is told as it was meant", () => {
    const inHours = ReminderDue.data.parse(aReminder({ timezone: "+02:00" }));
    expect(notify(inHours, at("08:30:00")).body).toMatch(/at 10:00 \(Etc\/GMT-2\)/);
    const inMinutes = ReminderDue.data.parse(aReminder({ timezone: "+05:45" }));
    expect(notify(inMinutes, at("08:30:00")).body).toMatch(/at 13:45 \(\+05:45\)/);
  });

  test("it is named after its occurrence and keeps its contract", () => {
    const due = aReminder();
    const shown = notify(due, at("08:00:00"));
    expect(Notification.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({
      id: due.occurrence_id,
      task_id: due.task_id,
      reminder_id: due.reminder_id,
      title: "call mum",
    });
  });
});

describe("a title that could turn what is around it round", () => {
  const title = "pay\u202e lluf\u2067";
  const isolated = "\u2068pay\u202e lluf\u2067\u2069\u2069";

  test("stands isolated in what is said of it, and as it is where it stands alone", () => {
    const shown = notify(aReminder({ title }), at("08:00:00.100"));
    expect([shown.title, shown.body]).toEqual([title, `Due now: ${isolated}`]);
    const nagged = notify(aReminder({ title, nag: 1 }), at("08:00:00.100"));
    expect(nagged.body).toMatch(new RegExp(`^Still open: ${isolated}\\.`));
  });

  test("and where no reminder of it could be planned", () => {
    const [id, time] = [aReminder().task_id, aReminder().due_at];
    const unplanned = { user_id: "ada", unplanned_id: id, task_id: id, title, at: time };
    const shown = notifyUnplanned({ ...unplanned, reason: "It is too large." }, at("08:00:00"));
    expect(shown.title).toBe(title);
    expect(shown.body).toContain(`as you wanted: ${isolated}. It is too large.`);
  });
});
