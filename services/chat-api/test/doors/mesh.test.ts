import { beforeEach, expect, test } from "@jest/globals";

import request from "supertest";

import { APP_TOKEN, aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const ID = "01900000-0000-7000-8000-00000000dead";

const one = (n: number) => ({
  user_id: `user-${n}`,
  task_id: ID,
  due_at: "2026-12-03T08:00:00Z",
});
const ask = (body: object, token = APP_TOKEN) =>
  request(api.mesh).post("/tasks/standing").set("dapr-api-token", token).send(body);

test("on the mesh door everything but health wants the app token", async () => {
  await request(api.mesh).get("/healthz").expect(200);
  for (const path of [
    "/dapr/subscribe",
    "/tasks/standing",
    "/events/todo.tasks.events",
    "/nothing",
  ]) {
    const none = await request(api.mesh).post(path).send({});
    const wrong = await request(api.mesh).get(path).set("dapr-api-token", "wrong");
    expect([none.status, wrong.status]).toEqual([401, 401]);
  }
});

test("the mesh door hears tasks and notifications on the broadcast, with no dead letters", async () => {
  const { body } = await request(api.mesh)
    .get("/dapr/subscribe")
    .set("dapr-api-token", APP_TOKEN)
    .expect(200);
  expect(body).toMatchObject([
    { pubsubname: "pubsub-broadcast", topic: "todo.tasks.events" },
    { pubsubname: "pubsub-broadcast", topic: "todo.notifications.events" },
  ]);
  expect(JSON.stringify(body)).not.toContain("dlq");
});

test("the mesh door says which tasks still want their reminders, in the order asked", async () => {
  const due = { at: "2026-12-03T08:00:00Z" };
  const task = (title: string) => api.addTask({ title, due });
  const [open, done, moved, gone] = [
    await task("open"),
    await task("done"),
    await task("moved"),
    await task("gone"),
  ];
  await api.as("post", `/tasks/${done.id}/complete`);
  await api
    .as("patch", `/tasks/${moved.id}`)
    .send({ title: "later", due: { at: "2026-12-04T08:00:00Z" } });
  await api.as("delete", `/tasks/${gone.id}`);
  const asked = [gone, moved, done, open, { id: ID }].map(({ id }) => ({
    user_id: "ada",
    task_id: id,
    due_at: "2026-12-03T08:00:00.000Z",
  }));
  const stranger = { user_id: "bob", task_id: open.id, due_at: due.at };
  const res = await ask({ tasks: [...asked, stranger] }).expect(200);
  expect(res.body.tasks).toEqual([
    { stands: false },
    { stands: false, title: "later" },
    { stands: false, title: "done" },
    { stands: true, title: "open" },
    { stands: false },
    { stands: false },
  ]);
});

test("a hundred tasks of a hundred people are asked of the store once each, and more are refused", async () => {
  const many = (count: number) => ({ tasks: Array.from({ length: count }, (_, n) => one(n)) });
  expect((await ask(many(100)).expect(200)).body.tasks).toHaveLength(100);
  await ask(many(101)).expect(400);
  await ask({ tasks: [{ ...one(1), why: "?" }] }).expect(400);
  api.rows.setAway(true);
  await ask(many(1)).expect(503);
});
