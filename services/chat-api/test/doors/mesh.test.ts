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
  version: 1,
});
const ask = (body: object, token = APP_TOKEN, caller = "reminder-service") =>
  request(api.mesh)
    .post("/tasks/standing")
    .set({ "dapr-api-token": token, "dapr-caller-app-id": caller })
    .send(body);

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

test("how tasks stand is told to reminder-service, and to no other caller", async () => {
  expect((await ask({ tasks: [] })).status).toBe(200);
  for (const caller of ["notification-service", "stranger", ""])
    expect([caller, (await ask({ tasks: [] }, APP_TOKEN, caller)).status]).toEqual([caller, 403]);
});

test("the mesh door hears on the broadcast what a person's pages show, with no dead letters", async () => {
  const { body } = await request(api.mesh)
    .get("/dapr/subscribe")
    .set("dapr-api-token", APP_TOKEN)
    .expect(200);
  expect(body).toMatchObject(
    ["tasks", "chat", "people", "notifications"].map((of) => ({
      pubsubname: "pubsub-broadcast",
      topic: `todo.${of}.events`,
    })),
  );
  expect(JSON.stringify(body)).not.toContain("dlq");
});

test("the mesh door says what became of tasks since the version that is asked about, in the order asked", async () => {
  const [same, changed, gone] = [
    await api.addTask({ title: "same" }),
    await api.addTask({ title: "changed" }),
    await api.addTask({ title: "gone" }),
  ];
  await api.as("post", `/tasks/${changed.id}/complete`);
  const trashed = await api.as("delete", `/tasks/${gone.id}`);
  const asked = [gone, changed, same, { id: ID }].map(({ id }) => ({
    user_id: "ada",
    task_id: id,
    version: 1,
  }));
  const stranger = { user_id: "bob", task_id: same.id, version: 1 };
  const res = await ask({ tasks: [...asked, stranger] }).expect(200);
  expect(res.body.tasks).toEqual([
    { standing: "changed", task: trashed.body },
    { standing: "changed", task: expect.objectContaining({ status: "done", version: 2 }) },
    { standing: "same" },
    { standing: "gone" },
    { standing: "gone" },
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
