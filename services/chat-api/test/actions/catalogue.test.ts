import { describe, expect, test } from "@jest/globals";
import { EVENTS } from "@todo-mesh/contracts/documents";
import { ACTIONS, CATALOGUE } from "../../src/domain/actions/all.ts";
import { createCatalogue } from "../../src/domain/actions/catalogue.ts";
import { understanding } from "../../src/domain/grammar/understand.ts";
import { openApiDocument } from "../../src/inbound/openapi/document.ts";
import { NOW, aTask } from "../a-task.ts";
import { WITH_SHOUT } from "./shout-task.ts";

const context = { now: NOW, timezone: "Europe/Rome" };
const stamp = { now: NOW, changeId: "01900000-0000-7000-8000-00000000c0de" };

const names = (is: (action: (typeof ACTIONS)[number]) => boolean) =>
  ACTIONS.filter(is).map(({ name }) => name);

test("two actions of one name, or of one operation, are none", () => {
  expect(() => createCatalogue([...ACTIONS, ...ACTIONS.slice(0, 1)])).toThrow("the same name");
});

test("this is not made from the rows, and is written by hand for a new action of that kind", () => {
  // No tool and no sentence: by the API alone.
  expect(names(({ tool }) => !tool)).toEqual(["change_task", "travel"]);
  // Of another shape than “this one task”: their routes, and their operations of a batch (create, update).
  expect(names(({ onTask }) => !onTask)).toEqual([
    "add_task",
    "list_tasks",
    "list_occurrences",
    "read_task",
    "undo",
    "change_task",
    "travel",
  ]);
  expect(CATALOGUE.ofTask.filter(({ onTask }) => onTask.path === undefined)).toMatchObject([
    { name: "delete_task" },
  ]);
  // An event of its own; any other verb is an update to other services.
  const types = EVENTS.map(({ contract }) => contract.type);
  expect(CATALOGUE.verbs.filter((verb) => !types.includes(`todo.task.${verb}.v1`))).toEqual([
    "skipped",
    "snoozed",
    "dismissed",
    "muted",
    "unmuted",
  ]);
});

test("every row's name is its operation in the document, with its title", () => {
  const items = Object.values(openApiDocument().paths ?? {}).flatMap(
    ({ get, post, patch, ...item }) =>
      [get, post, patch, item.delete].flatMap((operation) => operation ?? []),
  );
  const summaries = new Map(items.map(({ operationId, summary }) => [operationId, summary]));
  for (const { name, title } of ACTIONS)
    expect([
      name,
      summaries.get(name.replaceAll(/_(.)/g, (_, letter) => letter.toUpperCase())),
    ]).toEqual([name, title]);
});

describe("what is shown as an example", () => {
  const shown = WITH_SHOUT.actions.flatMap(({ name, words }) =>
    Object.values(words ?? {})
      .flatMap(({ examples = [] }) => examples)
      .map((example) => [example, name] as const),
  );
  test.each(shown)("“%s” asks for %s", (example, name) => {
    expect(understanding(WITH_SHOUT.actions)(example, context)).toMatchObject({ name });
    const reversed = understanding(WITH_SHOUT.actions.toReversed());
    expect(reversed(example, context)).toMatchObject({ name });
  });
});

test.each([
  ["mark buy milk as not done", "reopen_task", "buy milk"],
  ["finish the report is not done", "reopen_task", "finish the report"],
  ["mark buy milk as done", "complete_task", "buy milk"],
  ["delete the dentist from my list", "delete_task", "the dentist"],
])("“%s” asks for %s, wherever its row stands", (sentence, name, words) => {
  for (const actions of [ACTIONS, ACTIONS.toReversed()])
    expect(understanding(actions)(sentence, context)).toMatchObject({ name, task: { words } });
});

test.each(CATALOGUE.ofTask)("$name makes changes of its verb", ({ verb, onTask }) => {
  const repeat = {
    rule: "FREQ=DAILY",
    start: "2026-11-22T08:00:00",
    timezone: "Europe/Rome",
    from: "schedule",
  } as const;
  const due = "2026-11-22T07:00:00.000Z";
  const deleted_at = NOW.toISOString();
  const tasks = [
    aTask({ repeat, due, muted: { until: "2027-01-01T00:00:00.000Z", timezone: "UTC" } }),
    aTask({ status: "done", completed_at: deleted_at }),
    aTask({ deleted_at }),
  ];
  const made = tasks
    .filter((task) => onTask.candidates[0](task, NOW))
    .map((task) => onTask.apply(task, stamp, { until: { minutes: 10 } }));
  expect(made).toMatchObject([{ kind: "changed", verb }]);
});
