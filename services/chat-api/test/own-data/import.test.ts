import { beforeEach, expect, test } from "@jest/globals";
import type { ImportReport } from "@todo-mesh/contracts";
import { array, assert, constantFrom, property } from "fast-check";
import { readICalendar } from "../../src/domain/imports/icalendar.ts";
import { readTodoist } from "../../src/domain/imports/todoist.ts";
import { LANGUAGES } from "../../src/domain/languages/languages.ts";
import { NOW } from "../a-task.ts";
import { anImport, table } from "./an-import.ts";

let my: Awaited<ReturnType<typeof anImport>>;
beforeEach(async () => {
  my = await anImport();
});

test("a title that is too long for one stands whole in the notes", async () => {
  const title = "word ".repeat(60).trim();
  const { taken } = await my.todoist(`task,${title},,4,1,,,,,,,`);
  expect(taken[0]?.remarks).toHaveLength(1);
  expect(await my.only()).toMatchObject({ notes: title });
});

test("a file may have as many letters as are promised, whatever they are", async () => {
  const row = `task,${"я".repeat(100)},,4,1,,,,,,,\r\n`;
  const file = `${table()}\r\n${row.repeat(499)}`.padEnd(200_000, "語");
  const { taken, left_out } = await my.bring({ format: "todoist", file, dry_run: true });
  expect([taken.length, left_out.length]).toEqual([499, 1]);
});

const withoutIds = ({ taken, left_out }: ImportReport) => ({
  taken: taken.map(({ line, title, remarks }) => ({ line, title, remarks })),
  left_out,
});

test("a dry run says the same and changes nothing", async () => {
  const file = table("task,a,,4,1,,,,,,,", "task,,,4,1,,,,,,,", "task,b,,4,1,,,nonsense,en,,,");
  const dry = await my.bring({ format: "todoist", file, dry_run: true });
  expect(await my.tasks()).toEqual([]);
  expect(dry).not.toHaveProperty("batch_id");
  const done = await my.bring({ format: "todoist", file });
  expect(withoutIds(dry)).toEqual(withoutIds(done));
});

test("all of a file is taken back as one", async () => {
  const rows = Array.from({ length: 300 }, (_, n) => `task,task ${n},,4,1,,,2026-12-03,en,,,`);
  const { batch_id, taken } = await my.todoist(...rows);
  expect(taken).toHaveLength(300);
  await my.as("post", "/undo").send({ batch_id }).expect(200);
  expect(await my.tasks()).toEqual([]);
});

test("a file that is sent again with its key adds nothing again", async () => {
  const file = table("task,a,,4,1,,,tomorrow at 9,en,,,", "task,,,4,1,,,,,,,");
  const first = await my.bring({ format: "todoist", file }, "k");
  expect(await my.bring({ format: "todoist", file }, "k")).toEqual(first);
  expect(await my.tasks()).toHaveLength(1);
  await my.send({ format: "todoist", file: table("task,b,,4,1,,,,,,,") }, "k").expect(422);
});

test.each([
  ["no table", { format: "todoist", file: "milk\nbread" }, "file"],
  ["no calendar", { format: "icalendar", file: table("task,a,,4,1,,,,,,,") }, "file"],
  ["an empty file", { format: "todoist", file: "" }, "file"],
  ["a file too long", { format: "todoist", file: "x".repeat(200_001) }, "file"],
  ["another format", { format: "outlook", file: "x" }, "format"],
  ["another zone", { format: "todoist", file: table(), timezone: "Mars/Olympus" }, "timezone"],
  [
    "too many tasks",
    { format: "todoist", file: table(...Array.from({ length: 501 }, () => "task,a")) },
    "file",
  ],
])("%s is refused by the name of its field", async (_, body, field) => {
  const { body: problem } = await my.as("post", "/import").send(body).expect(400);
  expect(problem.errors.map((each: { field: string }) => each.field)).toEqual([field]);
  expect(await my.tasks()).toEqual([]);
});

test("whatever a file holds, it is read to its end", () => {
  const context = { now: NOW, timezone: "Europe/Rome" };
  const { imports: words } = LANGUAGES.en;
  const bits = constantFrom(
    "task",
    "note",
    "section",
    ",",
    '"',
    "\n",
    "\r\n",
    " ",
    "@",
    ":",
    ";",
    "a",
    "2",
    "=",
    "Z",
    "BEGIN:VTODO\r\n",
    "END:VTODO\r\n",
    "BEGIN:VALARM\r\n",
    "END:VALARM\r\n",
    "DUE:",
    "TZID=",
    "SUMMARY:",
    "RRULE:",
    "FREQ=DAILY",
    "EXDATE:",
    "20261203T080000",
    "TRIGGER:",
    "-PT5M",
  );
  assert(
    property(array(bits, { maxLength: 200 }), (parts) => {
      const text = parts.join("");
      const rows = [...readTodoist(`${table()}\n${text}`, context, words)];
      const todos = [...readICalendar(`BEGIN:VCALENDAR\r\n${text}`, "UTC", words)];
      expect([...rows, ...todos].every((each) => "line" in each)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
