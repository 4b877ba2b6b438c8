import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const DAY_MS = 86_400_000;

test("the trash is shown to who asks for it, and what lies in it can be restored as it was", async () => {
  const task = await api.addTask({ title: "old", priority: "high" });
  await api.addTask({ title: "kept" });
  await api.as("delete", `/tasks/${task.id}`).expect(200);
  expect(await api.titles()).toEqual(["kept"]);
  expect(await api.titles("?status=trash")).toEqual(["old"]);
  const { body } = await api.as("post", `/tasks/${task.id}/restore`).expect(200);
  expect(body).toMatchObject({ title: "old", priority: "high", version: 3 });
  expect(body).not.toHaveProperty("deleted_at");
  expect(await api.titles()).toEqual(["old", "kept"]);
  expect((await api.as("post", `/tasks/${task.id}/restore`).expect(200)).body.version).toBe(3);
  expect((await api.events()).map(({ type }) => type)).toContain("todo.task.restored.v1");
});

test("after 30 days it is gone: it cannot be restored, and no list shows it", async () => {
  const { id } = await api.addTask({ title: "old" });
  await api.as("delete", `/tasks/${id}`).expect(200);
  api.clock.advance(30 * DAY_MS + 1);
  expect(await api.titles("?status=trash")).toEqual([]);
  await api.as("post", `/tasks/${id}/restore`).expect(404);
});

test("what goes for good is written down and told, so that nobody keeps it", async () => {
  const { id } = await api.addTask({ title: "old" });
  await api.as("delete", `/tasks/${id}`).expect(200);
  api.clock.advance(30 * DAY_MS + 1);
  await api.addTask({ title: "new" });
  const erased = (await api.events()).find(({ type }) => type === "todo.task.erased.v1");
  expect(erased).toMatchObject({
    subject: id,
    data: { task_id: id, task_version: 3, change: { by: "system" } },
  });
  const { items } = (await api.as("get", "/changes")).body;
  expect(items[1]).toMatchObject({
    verb: "erased",
    by: "system",
    task_id: id,
    before: {},
    after: {},
  });
});
