import { expect, test } from "@jest/globals";
import { TaskDraft } from "@todo-mesh/contracts";
import { resolveTaskInput } from "../../src/use-cases/tasks/resolve-task-input.ts";

const NOW = new Date("2026-11-23T08:00:00Z");

const DISAGREES = { local: "2026-11-25T10:00:00", timezone: "UTC", at: "2026-11-25T12:00:00Z" };

test.each([
  ["due.at", { due: DISAGREES }],
  ["reminders.0.at", { reminders: [DISAGREES] }],
  [
    "repeat.rule",
    { repeat: { rule: "FREQ=MINUTELY", start: "2026-11-23", timezone: "UTC", from: "schedule" } },
  ],
])("what is wrong with a time is an answer that names %s, and is not thrown", (field, times) => {
  const message = expect.stringContaining(`${field}: `);
  expect(resolveTaskInput(TaskDraft.parse({ title: "milk", ...times }), NOW)).toMatchObject({
    kind: "invalid",
    message,
    fields: [{ field }],
  });
});
