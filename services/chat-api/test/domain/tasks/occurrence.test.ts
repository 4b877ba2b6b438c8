import { describe, expect, test } from "@jest/globals";
import { ChangeEntry, Task } from "@todo-mesh/contracts";
import { revertChange } from "../../../src/domain/journal/revert-change.ts";
import { completeTask } from "../../../src/domain/actions/complete-task.ts";
import { skipTask } from "../../../src/domain/actions/skip-task.ts";
import { editTask, type TaskChange } from "../../../src/domain/tasks/task-change.ts";
import { aTask, NOW } from "../../a-task.ts";

const stamp = { changeId: "01900000-0000-7000-9000-00000000beef", now: NOW };
const daily = {
  rule: "FREQ=DAILY",
  start: "2026-11-20T08:00:00",
  timezone: "Europe/Rome",
  from: "schedule" as const,
};
const dueOf = (change: TaskChange) =>
  change.kind === "changed" && change.task.due && "at" in change.task.due
    ? change.task.due.at
    : undefined;

/** A task as it was stored before a date knew which of its series it is, and moved by hand at that. */
const old = Task.parse(
  JSON.parse(JSON.stringify(aTask({ repeat: daily, due: "2026-11-23T14:00:00.000Z" }))),
);

describe("a task stored before its dates were known", () => {
  test("goes on from where it is due, as it did", () => {
    expect(old).not.toHaveProperty("occurrences");
    for (const { onTask } of [completeTask, skipTask])
      expect(dueOf(onTask.apply(old, stamp))).toBe("2026-11-24T07:00:00.000Z");
  });

  test("has a history from its next date on", () => {
    const done = completeTask.onTask.apply(old, stamp);
    expect(done).toMatchObject({
      task: {
        occurrences: {
          done: 1,
          recent: [{ state: "done", occurrence: { local: "2026-11-23T15:00:00" } }],
        },
      },
    });
  });

  test("may be moved, and is that date from then on", () => {
    const due = {
      local: "2026-11-22T20:00:00",
      timezone: "Europe/Rome",
      at: "2026-11-22T19:00:00.000Z",
    };
    expect(editTask(old, { due }, stamp)).toMatchObject({
      task: { due: { ...due, occurrence: { at: "2026-11-23T14:00:00.000Z" } } },
    });
  });

  test("gets back what a change of then had done, though its entry knows of no dates", () => {
    const before = { at: "2026-11-22T07:00:00.000Z", local: "2026-11-22T08:00:00" };
    const entry = ChangeEntry.parse({
      id: old.change_id,
      by: "api",
      at: NOW.toISOString(),
      verb: "completed",
      task_id: old.id,
      version: 1,
      title: old.title,
      before: { due: { ...before, timezone: "Europe/Rome" } },
      after: { due: JSON.parse(JSON.stringify(old.due)) },
    });
    expect(dueOf(revertChange(entry, old, stamp))).toBe(before.at);
  });
});
