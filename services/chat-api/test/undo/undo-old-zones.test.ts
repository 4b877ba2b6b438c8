import { expect, test } from "@jest/globals";
import { ChangeEntry } from "@todo-mesh/contracts";
import { append, atomically } from "@todo-mesh/state";
import { journalOf } from "../../src/use-cases/journal/journal.ts";
import { aChatApi } from "../a-chat-api.ts";
import { aTask, ADA } from "../a-task.ts";

const due = (timezone: string, local: string, at: string) => ({ timezone, local, at });
const daily = (timezone: string) => ({
  rule: "FREQ=DAILY",
  start: "2026-11-20T08:00:00",
  timezone,
  from: "schedule",
});

/** Ada's task and its journal, as they were written when a zone was kept by the name that was asked for. */
async function asWrittenThen(before: object, after: object) {
  const then = await aChatApi();
  const [turn_id, change_id] = [then.ids.next(), then.ids.next()];
  const task = { ...aTask({ version: 2, change_id }), ...after };
  const { id: task_id, title, updated_at } = task;
  const entry = { id: change_id, by: "api", turn_id, at: updated_at, verb: "updated", version: 2 };
  await atomically(then.rows, async (tx) => {
    (await then.tasks.change(tx, ADA)).put(task);
    await append(tx, journalOf(ADA), [
      ChangeEntry.parse({ ...entry, task_id, title, before, after }),
    ]);
  });
  return { api: await aChatApi(then), id: task.id, change_id, turn_id };
}

test.each([
  ["Asia/Calcutta", "Asia/Kolkata", "2026-12-03T02:30:00.000Z"],
  ["Europe/Kiev", "Europe/Kyiv", "2026-12-03T06:00:00.000Z"],
])("a due time in %s is taken back, though the zone is called %s today", async (then, now, at) => {
  const first = due(then, "2026-12-02T08:00:00", "2026-12-02T02:30:00.000Z");
  const { api, id, change_id } = await asWrittenThen(
    { due: first },
    { due: due(then, "2026-12-03T08:00:00", at) },
  );
  await api.as("post", "/undo").send({ change_id }).expect(200);
  expect((await api.as("get", `/tasks/${id}`)).body.due).toEqual({ ...first, timezone: now });
});

test("a series in a zone of an old name is taken back, and the undo is undone", async () => {
  const at = due("Europe/Kiev", "2026-11-23T08:00:00", "2026-11-23T06:00:00.000Z");
  const series = { due: at, repeat: daily("Europe/Kiev") };
  const { api, id, turn_id } = await asWrittenThen({ due: null, repeat: null }, series);
  const { body } = await api.as("post", "/undo").send({ turn_id }).expect(200);
  expect((await api.as("get", `/tasks/${id}`)).body).not.toHaveProperty("repeat");
  await api.as("post", "/undo").send({ change_id: body.changes[0].id }).expect(200);
  expect((await api.as("get", `/tasks/${id}`)).body.repeat).toEqual(daily("Europe/Kyiv"));
});

test("what was changed since is refused as ever, whatever the zone is called", async () => {
  const first = due("Asia/Calcutta", "2026-12-03T08:00:00", "2026-12-03T02:30:00.000Z");
  const { api, id, change_id } = await asWrittenThen({ due: null }, { due: first });
  const patch = { due: { local: "2026-12-04T08:00", timezone: "Asia/Kolkata" } };
  await api.as("patch", `/tasks/${id}`).send(patch).expect(200);
  expect((await api.as("post", "/undo").send({ change_id })).status).toBe(409);
});
