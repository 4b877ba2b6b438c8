import { expect, test } from "@jest/globals";
import { createTally, inWords, isWhole, type Report } from "../src/report.ts";

const aReport = (tally = createTally(), more: Partial<Report> = {}): Report => ({
  task: "copy",
  source: "postgres://ada@localhost/older",
  at: "2026-11-27T12:00:00.000Z",
  ...tally.counts(),
  seconds: 12.34,
  conversation_seconds: 3.2,
  left_file: ".migration/left-behind.ndjson",
  ...more,
});

test("what is odd is counted, each with the first of its rows", () => {
  const tally = createTally();
  for (let row = 1; row <= 12; row += 1) tally.odd("empty", row);
  tally.left("another-user", 40);
  const words = inWords(aReport(tally));
  expect(words).toContain("empty: 12 (it is empty: it is kept so); messages 1, 2,");
  expect(words).toContain("9, 10, …");
  expect(words).toContain("another-user: 1 (it is a message of another user");
});

test("names that differ by case alone are told, and each counts as a person", () => {
  const tally = createTally();
  for (const name of ["ada", "Ada", "bob", "ada"]) tally.person(name);
  const report = aReport(tally);
  expect(report.people).toBe(3);
  expect(report.alike).toEqual([["ada", "Ada"]]);
  expect(inWords(report)).toContain("for case counts: ada, Ada");
});

test("a dry run says how long a copy takes, by how long it took to read", () => {
  expect(inWords(aReport(undefined, { task: "dry-run" }))).toContain("It will take 16 to 96 s");
  expect(inWords(aReport())).not.toContain("It will take");
});

test.each([
  [["same", "gone"], true],
  [["same", "differs"], false],
  [["missing"], false],
])("with conversations that are read back as %j, all is well: %s", (found, well) => {
  const tally = createTally();
  for (const how of found) tally.checked(how);
  expect(isWhole(aReport(tally))).toBe(well);
});
