import { expect, test } from "@jest/globals";
import type { TaskReminder } from "@todo-mesh/contracts";
import { remindersWanted, slotOf } from "../../src/domain/triggers/slots.ts";
import { aTask, at } from "../a-task.ts";

test.each<[TaskReminder, string]>([
  [{ minutes: 0 }, "due"],
  [{ minutes: -10 }, "minutes:-10"],
  [{ minutes: 90 }, "minutes:90"],
  [{ days: -1, time: "19:00" }, "days:-1@19:00"],
  [{ days: 1 }, "days:1"],
  [{ days: 0 }, "days:0"],
  [
    { at: "2026-12-03T07:00:00Z", local: "2026-12-03T08:00:00", timezone: "Europe/Rome" },
    "at:2026-12-03T07:00:00.000Z",
  ],
])("%j has a slot of its own: %s", (reminder, slot) => {
  expect(slotOf(reminder)).toBe(slot);
});

test.each<[string, Parameters<typeof aTask>[0], string[]]>([
  ["nothing is said of reminders", { due: "09:00" }, ["due"]],
  ["none are wanted", { due: "09:00", reminders: [] }, []],
  [
    "one is named twice",
    { due: "09:00", reminders: [{ minutes: -10 }, { minutes: 0 }, { minutes: -10 }] },
    ["minutes:-10", "due"],
  ],
  ["it is done", { due: "09:00", status: "done" }, []],
  ["it lies in the trash", { due: "09:00", deleted_at: at("08:30").toISOString() }, []],
])("what a task wants when %s", (_how, facts, slots) => {
  expect([...remindersWanted(aTask(facts)).keys()]).toEqual(slots);
});
