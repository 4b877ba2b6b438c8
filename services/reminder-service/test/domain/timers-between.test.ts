import { expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { Ledger } from "../../src/domain/ledger/ledger.ts";
import { planReminders } from "../../src/domain/planning/plan-reminders.ts";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { timersBetween } from "../../src/domain/planning/timers-between.ts";
import { aTask, at, TASK_ID } from "../a-task.ts";

const NAME = reminderIdOf(TASK_ID, "due");
const timer = (time: string) => ({ name: NAME, at: at(time), data: { task_id: TASK_ID } });
const NOTHING = { set: [], cancel: [] };

const created = aTask({ due: "09:00" });
const moved = aTask({ due: "10:00", version: 2 });
const completed = aTask({ due: "09:00", version: 2, status: "done" });

const hear = (before: Ledger | undefined, news: readonly Task[]): Ledger | undefined =>
  news.reduce((ledger, task) => planReminders(ledger, task, at("08:30")), before);

test.each<[string, readonly Task[], readonly Task[], object]>([
  ["a first reminder sets one", [], [created], { set: [timer("09:00")], cancel: [] }],
  ["a task without a due time sets none", [], [aTask()], NOTHING],
  ["nothing new touches nothing", [created], [created], NOTHING],
  ["a new title touches nothing", [created], [{ ...created, version: 2 }], NOTHING],
  ["a move sets it anew", [created], [moved], { set: [timer("10:00")], cancel: [] }],
  [
    "a move there and back touches nothing",
    [created],
    [moved, { ...created, version: 3 }],
    NOTHING,
  ],
  ["completing takes it away", [created], [completed], { set: [], cancel: [NAME] }],
  [
    "a move into the past takes it away",
    [created],
    [aTask({ due: "07:00", version: 2 })],
    { set: [], cancel: [NAME] },
  ],
  ["made and completed in one go never sets one", [], [created, completed], NOTHING],
])("%s", (_sentence, first, then, expected) => {
  const before = hear(undefined, first);
  const after = hear(before, then);
  expect(after && timersBetween(before, after)).toEqual(expected);
});
