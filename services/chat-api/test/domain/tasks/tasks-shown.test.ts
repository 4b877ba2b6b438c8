import { expect, test } from "@jest/globals";
import { tasksShown } from "../../../src/domain/tasks/tasks-shown.ts";
import { aTask } from "../../a-task.ts";
import { resultOf } from "../../result-of.ts";

const now = new Date("2026-11-22T22:30:00Z");
const tasks = [
  aTask({ title: "no date" }),
  aTask({ title: "next week", due: "2026-11-30T10:00:00Z" }),
  aTask({ title: "late tonight", due: "2026-11-22T22:59:00Z" }),
  aTask({ title: "after midnight in Rome", due: "2026-11-22T23:30:00Z" }),
  aTask({ title: "this morning", due: "2026-11-22T08:00:00Z" }),
  aTask({ title: "done first", status: "done", completed_at: "2026-11-01T00:00:00.000Z" }),
  aTask({ title: "done last", status: "done", completed_at: "2026-11-02T00:00:00.000Z" }),
  aTask({ title: "in the trash", due: "2026-11-22T08:00:00Z", deleted_at: now.toISOString() }),
];

test.each([
  ["open", ["this morning", "late tonight", "after midnight in Rome", "next week", "no date"]],
  ["today", ["this morning", "late tonight"]],
  ["tomorrow", ["after midnight in Rome"]],
  ["overdue", ["this morning"]],
  ["done", ["done last", "done first"]],
] as const)("what is %s, by the calendar of the person", (which, titles) => {
  const parts = [tasks.slice(0, 3), tasks.slice(3)].map(
    (part) => new Map(part.map((task) => [task.id, task])),
  );
  const shown = (count: number) =>
    resultOf(tasksShown(parts, which, { now, timezone: "Europe/Rome" }, count));
  expect(shown(20).tasks.map(({ title }) => title)).toEqual(titles);
  expect(shown(1)).toMatchObject({ total: titles.length, tasks: [{ title: titles[0] }] });
});
