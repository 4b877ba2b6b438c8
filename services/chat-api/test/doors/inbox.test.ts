import { beforeEach, expect, test } from "@jest/globals";

import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const ID = "01900000-0000-7000-8000-00000000dead";

const notification = {
  id: ID,
  kind: "reminder",
  title: "call mum",
  body: "It is time",
  task_id: ID,
  due_at: "2026-11-22T10:00:00.000Z",
  late: false,
  created_at: "2026-11-22T10:00:00.000Z",
};

test("the inbox is read from notification-service, page by page", async () => {
  const page = { items: [notification], next_cursor: "7" };
  api.invoker.on("notification-service", "inbox/ada", () => page);
  await api.as("get", "/inbox?limit=1&cursor=8").expect(200, page);
  expect(api.invoker.calls).toMatchObject([{ method: "GET", path: "inbox/ada?limit=1&cursor=8" }]);
  await api.as("get", "/inbox?limit=900").expect(400);
});

test("what is read there is answered here; what is not there is a 404", async () => {
  const read = { ...notification, read_at: "2026-11-22T10:15:00.000Z" };
  api.invoker.on("notification-service", `inbox/ada/${ID}/read`, () => read);
  await api.as("post", `/inbox/${ID}/read`).expect(200, read);
  expect(api.invoker.calls).toMatchObject([{ method: "POST", path: `inbox/ada/${ID}/read` }]);
  await api.as("post", `/inbox/${ID.replace("d", "e")}/read`).expect(404);
  await api.as("post", "/inbox/a%2Fb/read").expect(404);
  await api.as("post", `/inbox/${ID}/read`).send({ x: 1 }).expect(400);
  expect(api.invoker.calls).toHaveLength(2);
});

test("nobody reads another's inbox by naming them beside the path", async () => {
  await api.as("get", "/inbox?user_id=bob").expect(400);
  await api.as("post", `/inbox/${ID}/read`).send({ user_id: "bob" }).expect(400);
  expect(api.invoker.calls).toEqual([]);
});

test("the key of a request goes along to notification-service", async () => {
  api.invoker.on("notification-service", `inbox/ada/${ID}/read`, () => notification);
  await api.as("post", `/inbox/${ID}/read`).set("idempotency-key", "k1").expect(200);
  expect(api.invoker.calls).toMatchObject([{ idempotencyKey: "k1" }]);
});

test("while notification-service is away, or talks nonsense, it is not available", async () => {
  api.invoker.on("notification-service", "inbox/ada", () => ({ items: "none" }));
  expect((await api.as("get", "/inbox")).status).toBe(503);
  api.invoker.setAway("notification-service");
  expect((await api.as("get", "/inbox")).status).toBe(503);
});
