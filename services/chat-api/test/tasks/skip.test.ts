import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const repeat = { rule: "FREQ=DAILY", start: "2026-11-23T08:00", timezone: "Europe/Rome" };
const aSeries = (more: object = {}) =>
  api.addTask({ title: "stretch", repeat: { ...repeat, ...more } });
const does = (id: string, verb: string) => api.as("post", `/tasks/${id}/${verb}`);

test("skipping lets one date pass and says to when, without calling it done", async () => {
  const { id } = await aSeries();
  const { body } = await does(id, "skip").expect(200);
  expect(body).toMatchObject({ status: "open", version: 2, due: { local: "2026-11-24T08:00:00" } });
  const [, event] = await api.events();
  expect(event).toMatchObject({ type: "todo.task.updated.v1", data: { task: body } });
  const { items } = (await api.as("get", "/changes")).body;
  expect(items[0]).toMatchObject({
    verb: "skipped",
    before: { due: { local: "2026-11-23T08:00:00" } },
  });
});

test("what does not repeat, is done, or is at its last date cannot be skipped, and the way out is named", async () => {
  const plain = await api.addTask({ title: "x" });
  const last = await aSeries({ rule: "FREQ=DAILY;COUNT=1" });
  const over = await aSeries({ rule: "FREQ=DAILY;COUNT=1" });
  await does(over.id, "complete").expect(200);
  const answers = await Promise.all(
    [plain, last, over].map(({ id }) => does(id, "skip").expect(409)),
  );
  expect(answers.map(({ body }) => body.detail)).toEqual([
    expect.stringContaining("does not repeat"),
    expect.stringContaining("last date"),
    expect.stringContaining("reopen it first"),
  ]);
  expect(await api.events()).toHaveLength(4);
});

test("ending a series leaves its present date, and may be said twice", async () => {
  const { id } = await aSeries();
  const { body } = await does(id, "end-series").expect(200);
  expect(body).toMatchObject({ version: 2, due: { local: "2026-11-23T08:00:00" } });
  expect(body).not.toHaveProperty("repeat");
  expect((await does(id, "end-series").expect(200)).body.version).toBe(2);
  expect((await does(id, "complete")).body.status).toBe("done");
});
