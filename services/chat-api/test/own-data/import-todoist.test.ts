import { beforeEach, expect, test } from "@jest/globals";
import { anImport } from "./an-import.ts";

let my: Awaited<ReturnType<typeof anImport>>;
beforeEach(async () => {
  my = await anImport();
});

test("a task has its labels and section as tags, its priority, its date and what stands below it", async () => {
  const report = await my.todoist(
    "section,Groceries,,,,,,,,,,",
    'task,"Buy milk, bread @home",the good one,1,1,,,2026-12-03,en,Europe/Rome,,',
    "note,and eggs,,,,,,,,,,",
  );
  expect(report.left_out).toEqual([]);
  expect(await my.only()).toMatchObject({
    title: "Buy milk, bread",
    notes: "the good one\n\nand eggs",
    tags: ["home", "Groceries"],
    priority: "urgent",
    due: { date: "2026-12-03", timezone: "Europe/Rome" },
  });
});

test.each([
  ["every day at 9", "en", { repeat: { rule: "FREQ=DAILY", timezone: "Europe/Rome" } }],
  ["jeden Montag um 9", "de", { repeat: { rule: "FREQ=WEEKLY;BYDAY=MO" } }],
  ["2026-12-03 18:30", "en", { due: { local: "2026-12-03T18:30:00" } }],
  ["3 January 2026", "en", { due: { date: "2026-01-03" } }],
])("“%s” is read in the language of its row", async (when, language, expected) => {
  await my.todoist(`task,x,,4,1,,,${when},${language},Europe/Rome,,`);
  expect(await my.only()).toMatchObject(expected);
});

test("a date that is not understood is told, and stands in the notes", async () => {
  const { taken } = await my.todoist("task,x,,4,1,,,when the cows come home,en,,,");
  expect(taken[0]?.remarks).toEqual([expect.stringContaining("when the cows come home")]);
  const task = await my.only();
  expect(task).toMatchObject({ notes: "Date: when the cows come home" });
  expect(task).not.toHaveProperty("due");
});

test("what is part of a task says of which, and for whom it is, and how long it takes", async () => {
  await my.todoist(
    "task,Move house,,4,1,,,,,,,",
    "task,Kitchen,,4,2,,,,,,,",
    "task,Pack plates,,4,3,,Bob (1),,,,30,minute",
    "task,Something else,,4,1,,,,,,,",
  );
  const notes = Object.fromEntries(
    (await my.tasks()).map((task) => [task["title"], task["notes"]]),
  );
  expect(notes).toEqual({
    "Move house": undefined,
    Kitchen: "Part of: Move house",
    "Pack plates": "Part of: Move house › Kitchen\nTakes: 30 minute\nFor: Bob (1)",
    "Something else": undefined,
  });
});

test("a row within quotes may have many lines, and each is told by its first", async () => {
  const report = await my.todoist(
    'task,one,"first line\r\nsecond ""line""",4,1,,,,,,,',
    "task,,,4,1,,,,,,,",
  );
  expect(report.taken.map(({ line }) => line)).toEqual([2]);
  expect(report.left_out).toEqual([
    { line: 4, title: "", reason: expect.stringContaining("title") },
  ]);
  expect(await my.only()).toMatchObject({ notes: 'first line\nsecond "line"' });
});

test.each([
  ["2026-12-03 18:30, remind me an hour before", [{ minutes: -60 }]],
  ["every day at 9, remind me 10 minutes before", [{ minutes: -10 }]],
])("“%s” keeps its reminder", async (when, reminders) => {
  await my.todoist(`task,x,,4,1,,,"${when}",en,Europe/Rome,,`);
  expect(await my.only()).toMatchObject({ reminders });
});
