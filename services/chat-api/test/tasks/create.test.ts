import { beforeEach, expect, test } from "@jest/globals";

import { aChatApi, fieldsOf, type ChatApi } from "../a-chat-api.ts";
import { NOW } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("a new task is answered with where it is and its version, and told to everyone", async () => {
  const res = await api.as("post", "/tasks").send({
    title: " buy milk ",
    notes: "2 l",
    due: { local: "2026-12-03T08:00", timezone: "Europe/Rome" },
  });
  expect(res.status).toBe(201);
  expect(res.body).toEqual({
    id: expect.any(String),
    change_id: expect.any(String),
    user_id: "ada",
    title: "buy milk",
    notes: "2 l",
    status: "open",
    due: {
      local: "2026-12-03T08:00:00",
      timezone: "Europe/Rome",
      at: "2026-12-03T07:00:00.000Z",
    },
    version: 1,
    created_at: NOW.toISOString(),
    updated_at: NOW.toISOString(),
  });
  expect(res.headers["etag"]).toBe('"1"');
  expect(res.headers["location"]).toBe(`/api/ada/tasks/${res.body.id}`);
  expect(await api.events()).toMatchObject([
    {
      type: "todo.task.created.v1",
      source: "chat-api",
      subject: res.body.id,
      data: { user_id: "ada", task: res.body, change: { by: "api" } },
    },
  ]);
  expect(api.publisher.published[0]).toMatchObject({ topic: "todo.tasks.events", key: "ada" });
  await api.as("get", `/tasks/${res.body.id}`).expect(200, res.body).expect("etag", '"1"');
});

test.each([
  [{}, "title"],
  [{ title: "" }, "title"],
  [{ title: "x".repeat(201) }, "title"],
  [{ title: "x", colour: "red" }, "colour"],
  [{ title: "x", due: { local: "2026-02-30T08:00" } }, "due.local"],
  [{ title: "x", due: { local: "1969-12-31T08:00" } }, "due.local"],
  [{ title: "x", due: { local: "9999-12-31T23:30", timezone: "America/New_York" } }, "due.local"],
  [{ title: "x", due: { at: "9999-12-31T23:30:00Z", timezone: "Asia/Tokyo" } }, "due.at"],
  [{ title: "x", notes: 7 }, "notes"],
  [[], "body"],
])("%j is refused, and the field is named", async (body, field) => {
  const res = await api.as("post", "/tasks").send(body);
  expect(res.status).toBe(400);
  expect(res.headers["content-type"]).toContain("application/problem+json");
  expect(fieldsOf(res)).toContain(field);
  expect(await api.events()).toEqual([]);
});

test.each([
  [{ title: "x", due: { local: "tomorrow" } }],
  [{ title: "x", due: { at: "2026-12-03T08:00:00Z", timezone: "Mars/Olympus" } }],
  [{ title: "x", due: { at: "2026-12-03T08:00:00Z", local: "2026-12-03T09:00" } }],
])("%j is refused, and it is the due time", async (body) => {
  const res = await api.as("post", "/tasks").send(body).expect(400);
  expect(JSON.stringify(res.body.errors)).toContain('"due');
});

test("the same idempotency key gets the same bytes and one task; with another body it is refused", async () => {
  const send = (title: string) =>
    api.as("post", "/tasks").set("idempotency-key", "k1").send({ title });
  const first = await send("buy milk").expect(201);
  const second = await send("buy milk").expect(201);
  expect(second.text).toBe(first.text);
  expect(second.headers["etag"]).toBe(first.headers["etag"]);
  expect(second.headers["location"]).toBe(first.headers["location"]);
  await send("buy bread").expect(422);
  expect((await api.as("get", "/tasks")).body.items).toHaveLength(1);
  expect(await api.events()).toHaveLength(1);
});

test("an answer that was lost on the way is given again to the same key", async () => {
  const send = () => api.as("post", "/tasks").set("idempotency-key", "k").send({ title: "milk" });
  api.store.breakAt(1, "after");
  const lost = await send().expect(503);
  expect(lost.headers["retry-after"]).toBe("1");
  await send().expect(201);
  expect((await api.as("get", "/tasks")).body.items).toHaveLength(1);
});

test("two at once with the same key make one task", async () => {
  const send = () => api.as("post", "/tasks").set("idempotency-key", "k").send({ title: "milk" });
  const [one, other] = await Promise.all([send(), send()]);
  expect(one.text).toBe(other.text);
  expect(await api.events()).toHaveLength(1);
});
