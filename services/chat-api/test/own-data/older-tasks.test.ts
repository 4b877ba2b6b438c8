import { beforeEach, expect, test } from "@jest/globals";
import { inMemoryJobs, crashingPorts } from "@todo-mesh/ports/testing";
import { createCommit } from "@todo-mesh/state";
import { anything, assert, constantFrom, option, property, record } from "fast-check";
import { draftOfOlder, type OlderTask } from "../../src/domain/imports/older-task.ts";
import { LANGUAGES } from "../../src/domain/languages/languages.ts";
import { bringTasks, checkTasks, foreseeTask } from "../../src/use-cases/own-data/bring-tasks.ts";
import { ADA, NOW } from "../a-task.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let my: ChatApi;
beforeEach(async () => {
  my = await aChatApi();
});

const { imports: words } = LANGUAGES.en;

const aRow = (more: Partial<OlderTask> = {}): OlderTask => ({
  id: 1,
  userId: ADA,
  title: "pay rent",
  description: null,
  completed: false,
  priority: null,
  tags: null,
  dueDate: null,
  recurrence: null,
  ...more,
});
const tasks = async (): Promise<Record<string, unknown>[]> =>
  (await my.as("get", "/tasks?limit=200").expect(200)).body.items;
const only = async () => (await tasks())[0];
const bring = (...rows: readonly OlderTask[]) => bringTasks(my)(ADA, rows);
const check = (...rows: readonly OlderTask[]) => checkTasks(my)(ADA, rows);

test("a task comes with all it had", async () => {
  await my.as("patch", "/preferences").send({ timezone: "Europe/Rome" }).expect(200);
  const row = aRow({
    description: "by bank",
    priority: "High",
    tags: '{home,"the bank"}',
    dueDate: "2027-01-05 09:30:00",
  });
  expect(await bring(row)).toEqual([{ number: 1, came: "taken", remarks: [] }]);
  expect(await only()).toMatchObject({
    title: "pay rent",
    notes: "by bank",
    priority: "high",
    tags: ["home", "the bank"],
    due: { local: "2027-01-05T09:30:00", timezone: "Europe/Rome" },
    status: "open",
  });
});

test("what was done is done here, too", async () => {
  await bring(aRow({ completed: true, dueDate: "2020-01-05" }));
  const { body } = await my.as("get", "/tasks?status=done").expect(200);
  expect(body.items).toMatchObject([{ title: "pay rent", status: "done" }]);
});

test.each([
  ["2027-01-05", { date: "2027-01-05", timezone: "UTC" }],
  ["2027-01-05 00:00:00", { date: "2027-01-05", timezone: "UTC" }],
  ["2027-01-05 08:00:00+00", { at: "2027-01-05T08:00:00.000Z" }],
  ["2027-01-05T08:00:00.5Z", { at: "2027-01-05T08:00:00.000Z" }],
  ["2020-01-05", { date: "2020-01-05" }],
])("it is due at %s", async (dueDate, due) => {
  expect(await bring(aRow({ dueDate }))).toMatchObject([{ came: "taken", remarks: [] }]);
  expect(await only()).toMatchObject({ due });
});

test.each([
  ["daily", "FREQ=DAILY"],
  ["Weekly", "FREQ=WEEKLY"],
  ["monthly", "FREQ=MONTHLY"],
  ["yearly", "FREQ=YEARLY"],
  ["every 3 days", "FREQ=DAILY;INTERVAL=3"],
  ["every other week", "FREQ=WEEKLY;INTERVAL=2"],
  ["every month", "FREQ=MONTHLY;INTERVAL=1"],
  ["every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
  ["RRULE:FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"],
  ["freq=monthly;bymonthday=5", "FREQ=MONTHLY;BYMONTHDAY=5"],
])("“%s” is a rule", async (recurrence, rule) => {
  const row = aRow({ recurrence, dueDate: "2027-01-04" });
  expect(await bring(row)).toMatchObject([{ came: "taken", remarks: [] }]);
  expect(await only()).toMatchObject({ repeat: { rule, start: "2027-01-04" } });
});

test.each(["never", "None", "  ", null])("%j does not repeat", async (recurrence) => {
  await bring(aRow({ recurrence }));
  expect(await only()).not.toHaveProperty("repeat");
});

test("a series without a date begins today", async () => {
  await bring(aRow({ recurrence: "daily" }));
  expect(await only()).toMatchObject({ repeat: { start: NOW.toISOString().slice(0, 10) } });
});

test.each<[Partial<OlderTask>, object, string]>([
  [
    { recurrence: "when the moon is full" },
    { notes: "Repeats: when the moon is full" },
    "once is kept",
  ],
  [
    { recurrence: "FREQ=SECONDLY", dueDate: "2027-01-04" },
    { due: { date: "2027-01-04" } },
    "so it comes once",
  ],
  [{ dueDate: "soon" }, { notes: "Due: soon" }, "is no date"],
  [{ priority: "3" }, { title: "pay rent" }, "is not known"],
  [{ title: " " }, { title: "Untitled" }, "no title"],
  [{ title: null }, { title: "Untitled" }, "no title"],
])("%j is kept as far as it can be, and told", async (odd, kept, remark) => {
  const [came] = await bring(aRow(odd));
  expect(came).toMatchObject({ came: "taken", remarks: [expect.stringContaining(remark)] });
  expect(await only()).toMatchObject(kept);
  expect(await bring(aRow(odd))).toEqual([{ ...came, came: "there" }]);
});

test("it comes once, however often it is brought, and not again when it is deleted here", async () => {
  await bring(aRow());
  expect(await bring(aRow(), aRow({ id: 2 }))).toMatchObject([
    { came: "there" },
    { came: "taken" },
  ]);
  const { id } = (await tasks())[0] ?? {};
  await my.as("delete", `/tasks/${String(id)}`).expect(200);
  expect(await bring(aRow())).toMatchObject([{ came: "there" }]);
  expect(await tasks()).toHaveLength(1);
  expect(await check(aRow(), aRow({ id: 2 }), aRow({ id: 3 }))).toEqual([
    "same",
    "same",
    "missing",
  ]);
});

test("who dies between a task and its mark has brought both or neither", async () => {
  for (const crash of ["dies before commit", "dies after commit", "answer lost"] as const) {
    my = await aChatApi();
    const { rows: store, publisher } = my;
    const life = crashingPorts({ store, publisher, jobs: inMemoryJobs() });
    life.crash(crash);
    const mortal = bringTasks({ ...my, commit: createCommit(life.store) });
    await mortal(ADA, [aRow()]).catch(() => undefined);
    await bring(aRow());
    expect(await tasks()).toHaveLength(1);
  }
});

const text = () =>
  option(constantFrom("", "a", "\0", "\ud800", "[1,", "{,}", "x".repeat(9_000)), { nil: null });

test("whatever a row holds, it is a task or there is a reason", () => {
  const rows = record({
    title: text(),
    description: text(),
    priority: text(),
    tags: option(
      anything().map((value) => JSON.stringify(value) ?? "{"),
      { nil: null },
    ),
    dueDate: option(constantFrom("infinity", "0044-03-15 BC", "9999-12-31 23:59:59+00"), {
      nil: null,
    }),
    recurrence: option(constantFrom("FREQ=", "every 0 days", "every 999 years", "FREQ=DAILY;X"), {
      nil: null,
    }),
  });
  assert(
    property(rows, (odd) => {
      const { came, remarks } = foreseeTask(aRow(odd), NOW);
      expect(came === "would-be-taken" || remarks.length > 0).toBe(true);
      const { title } = draftOfOlder(aRow(odd), { timezone: "UTC", today: "2026-11-27", words });
      expect(title).toBe((odd.title ?? "").replaceAll("\0", "\ufffd").toWellFormed().trim());
    }),
  );
});
