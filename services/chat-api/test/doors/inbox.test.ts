import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { NOW } from "../a-task.ts";

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

test("several are read at once; whatever is no list of them is refused", async () => {
  const read = { items: [{ ...notification, read_at: "2026-11-22T10:15:00.000Z" }] };
  api.invoker.on("notification-service", "inbox/ada/read", () => read);
  const ids = [ID, ID.replace("d", "e")];
  await api.as("post", "/inbox/read").send({ ids }).set("idempotency-key", "k").expect(200, read);
  const sent = { method: "POST", path: "inbox/ada/read", body: { ids }, idempotencyKey: "k" };
  expect(api.invoker.calls).toMatchObject([sent]);
  const tooMany = Array.from({ length: 201 }, () => ID);
  for (const body of [{}, { ids: [] }, { ids: ["x"] }, { ids: tooMany }, { ids, user_id: "bob" }])
    await api.as("post", "/inbox/read").send(body).expect(400);
  expect(api.invoker.calls).toHaveLength(1);
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

const read = () => api.as("post", `/inbox/${ID}/read`).expect(200);

describe("to read what a task nags with", () => {
  const nag = { every_minutes: 5, times: 3 };
  const rangAt = NOW.toISOString();
  let task: Task;
  beforeEach(async () => {
    task = await api.addTask({ title: "stretch", due: { at: rangAt }, nag });
    const rang = { ...notification, task_id: task.id, due_at: rangAt, read_at: rangAt };
    api.invoker.on("notification-service", `inbox/ada/${ID}/read`, () => rang);
  });
  const stands = async (): Promise<Task> => (await api.as("get", `/tasks/${task.id}`)).body;

  test("dismisses it up to then, once, and undo takes that back", async () => {
    api.clock.advance(60_000);
    await Promise.all([read(), read()]);
    expect(await stands()).toMatchObject({ acknowledged_at: rangAt, version: task.version + 1 });
    await api.as("post", "/undo").send({}).expect(200);
    expect(await stands()).not.toHaveProperty("acknowledged_at");
  });

  test("with others at once dismisses it once, up to what rang last", async () => {
    const again = new Date(NOW.getTime() + 300_000).toISOString();
    const rang = [again, rangAt].map((due_at, at) => {
      const id = ID.replace("8000", `800${at}`);
      return { ...notification, id, task_id: task.id, due_at, read_at: again };
    });
    const items = [...rang, { ...notification, read_at: again }];
    api.invoker.on("notification-service", "inbox/ada/read", () => ({ items }));
    api.clock.advance(360_000);
    const ids = items.map(({ id }) => id);
    await api.as("post", "/inbox/read").send({ ids }).expect(200);
    await api.as("post", "/inbox/read").send({ ids }).expect(200);
    expect(await stands()).toMatchObject({ acknowledged_at: again, version: task.version + 1 });
  });

  test("leaves a snooze as it is", async () => {
    await api.as("post", `/tasks/${task.id}/snooze`).send({ until: { minutes: 10 } });
    await read();
    expect(await stands()).toMatchObject({ acknowledged_at: rangAt, snoozed: { timezone: "UTC" } });
  });

  test.each([
    ["does not nag", () => api.as("patch", `/tasks/${task.id}`).send({ nag: null })],
    ["is done", () => api.as("post", `/tasks/${task.id}/complete`)],
    ["was dismissed later", () => api.as("post", `/tasks/${task.id}/dismiss`)],
    ["has been repeated to the end", async () => api.clock.advance(16 * 60_000)],
    ["is gone", () => api.as("delete", `/tasks/${task.id}`)],
  ])("changes nothing in a task that %s", async (_what, act) => {
    await act();
    const before = (await api.events()).length;
    await read();
    expect((await api.events()).length).toBe(before);
  });
});
