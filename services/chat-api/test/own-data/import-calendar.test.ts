import { beforeEach, expect, test } from "@jest/globals";
import { anImport, calendar } from "./an-import.ts";

let my: Awaited<ReturnType<typeof anImport>>;
beforeEach(async () => {
  my = await anImport();
});

test("a task has its notes, categories, priority and alarms, at a time in its zone", async () => {
  await my.icalendar(
    "SUMMARY:Dentist\\, upstairs|DESCRIPTION:bring the card|CATEGORIES:health,home|PRIORITY:1|DUE;TZID=Europe/Rome:20261203T153000|BEGIN:VALARM|TRIGGER:-PT15M|ACTION:DISPLAY|END:VALARM|BEGIN:VALARM|TRIGGER;VALUE=DATE-TIME:20261203T060000Z|ACTION:DISPLAY|END:VALARM",
  );
  expect(await my.only()).toMatchObject({
    title: "Dentist, upstairs",
    notes: "bring the card",
    tags: ["health", "home"],
    priority: "urgent",
    due: { local: "2026-12-03T15:30:00", timezone: "Europe/Rome" },
    reminders: [{ minutes: -15 }, { at: "2026-12-03T06:00:00.000Z" }],
  });
});

test.each([
  ["DUE;VALUE=DATE:20261203", { due: { date: "2026-12-03", timezone: "Europe/Rome" } }],
  ["DUE:20261203T080000", { due: { local: "2026-12-03T08:00:00", timezone: "Europe/Rome" } }],
  ["DUE:20261203T080000Z", { due: { at: "2026-12-03T08:00:00.000Z", timezone: "UTC" } }],
  [
    "DUE;TZID=/freeassociation.sourceforge.net/Europe/Rome:20261203T080000",
    { due: { timezone: "Europe/Rome" } },
  ],
  ["DTSTART:20260103T080000", { due: { local: "2026-01-03T08:00:00" } }],
  [
    "DUE;TZID=Europe/Rome:20261207T080000|RRULE:FREQ=WEEKLY;BYDAY=MO|EXDATE:20261214T070000Z",
    { repeat: { rule: "FREQ=WEEKLY;BYDAY=MO", exdates: ["2026-12-14T08:00:00"] } },
  ],
  [
    "DUE;VALUE=DATE:20261207|RRULE:FREQ=MONTHLY;BYMONTHDAY=7",
    { repeat: { rule: "FREQ=MONTHLY;BYMONTHDAY=7", start: "2026-12-07" } },
  ],
])("%s is kept as it was meant", async (times, expected) => {
  const { left_out } = await my.icalendar(`SUMMARY:x|${times}`);
  expect(left_out).toEqual([]);
  expect(await my.only()).toMatchObject(expected);
});

test.each([
  ["STATUS:COMPLETED", "It is done already"],
  ["COMPLETED:20261101T080000Z", "It is done already"],
  ["STATUS:CANCELLED", "It was cancelled"],
  ["RECURRENCE-ID:20261203T080000|DUE:20261203T090000", "one date of a series"],
  [`X-LONG:${"a".repeat(9_000)}`, "more than 8000 characters"],
  ["DUE;TZID", "RFC 5545"],
])("%.40s is left out, and why is told", async (line, reason) => {
  const { taken, left_out } = await my.icalendar("SUMMARY:fine", `SUMMARY:x|${line}`);
  expect(taken.map(({ title }) => title)).toEqual(["fine"]);
  expect(left_out).toEqual([
    expect.objectContaining({ line: 6, reason: expect.stringContaining(reason) }),
  ]);
});

test.each([
  ["DUE;TZID=Mars/Olympus:20261203T080000", "There is no time zone Mars/Olympus"],
  ["DUE:next week", "is no date"],
  [
    "DUE;VALUE=DATE:20261203|BEGIN:VALARM|TRIGGER:-PT15M|ACTION:DISPLAY|END:VALARM",
    "Its alarm -PT15M is not kept",
  ],
  ["RRULE:FREQ=DAILY", "repeats without a first date"],
])("of a task with %s it is told that this is not kept", async (line, remark) => {
  const { taken } = await my.icalendar(`SUMMARY:x|${line}`);
  expect(taken[0]?.remarks).toEqual([expect.stringContaining(remark)]);
});

test("what is attached in its midst is passed over, and appointments are no tasks", async () => {
  const bytes = Array.from({ length: 400 }, () => ` ${"A".repeat(73)}`).join("|");
  const file = calendar(`SUMMARY:with a picture|ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA|${bytes}`);
  const event = "BEGIN:VEVENT\r\nSUMMARY:Meeting\r\nEND:VEVENT\r\nEND:VCALENDAR";
  const report = await my.bring({
    format: "icalendar",
    file: file.replace("END:VCALENDAR", event),
  });
  expect(report.taken.map(({ title }) => title)).toEqual(["with a picture"]);
  expect(report.left_out.map(({ title, reason }) => [title, reason])).toEqual([
    ["Meeting", "It is no task"],
  ]);
});

test.each([
  ["DUE:20261203T080000|RRULE:FREQ=SECONDLY", { due: { local: "2026-12-03T08:00:00" } }],
  ["DUE;VALUE=DATE:20261203|RRULE:FREQ=HOURLY", { due: { date: "2026-12-03" } }],
  ["DUE:20201203T080000|RRULE:FREQ=DAILY;COUNT=2", { due: { local: "2020-12-03T08:00:00" } }],
])(
  "%s: a rule that cannot be followed leaves the task, once, and that is told",
  async (times, kept) => {
    const { taken, left_out } = await my.icalendar(`SUMMARY:x|${times}`);
    expect(left_out).toEqual([]);
    expect(taken[0]?.remarks).toEqual([
      expect.stringContaining("Its rule is not kept, so it comes once: "),
    ]);
    const task = await my.only();
    expect(task).toMatchObject(kept);
    expect(task).not.toHaveProperty("repeat");
  },
);

test("an exception before 1970 is moved into the zone of its series as any other", async () => {
  await my.icalendar(
    "SUMMARY:x|DTSTART;TZID=Europe/Rome:19690101T080000|RRULE:FREQ=YEARLY|EXDATE:19690101T070000Z",
  );
  expect(await my.only()).toMatchObject({ repeat: { exdates: ["1969-01-01T08:00:00"] } });
});
