import { beforeEach, describe, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import { turnKey } from "../../src/use-cases/once/turn-record.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
let id: string;
beforeEach(async () => {
  api = await aChatApi();
  ({ id } = await api.addTask({ title: "x", due: { local: "2026-12-03T08:00", floating: true } }));
});

type Method = "post" | "patch" | "delete";
// What each is asked to do can be done, whatever the others did before.
const ROUTES: readonly (readonly [string, Method, () => string, object?])[] = [
  ["POST /chat", "post", () => "/chat", { message: "add milk" }],
  ["POST /tasks", "post", () => "/tasks", { title: "milk" }],
  [
    "POST /tasks/batch",
    "post",
    () => "/tasks/batch",
    { operations: [{ op: "complete", id: "x" }] },
  ],
  ["POST /tasks/move-floating", "post", () => "/tasks/move-floating", { timezone: "Europe/Rome" }],
  ["POST /tasks/travel", "post", () => "/tasks/travel", { timezone: "Europe/Rome" }],
  ["PATCH /tasks/{id}", "patch", () => `/tasks/${id}`, { title: "y" }],
  ["POST /tasks/{id}/complete", "post", () => `/tasks/${id}/complete`],
  ["POST /tasks/{id}/reopen", "post", () => `/tasks/${id}/reopen`],
  ["POST /tasks/{id}/end-series", "post", () => `/tasks/${id}/end-series`],
  ["POST /undo", "post", () => "/undo", {}],
  ["DELETE /tasks/{id}", "delete", () => `/tasks/${id}`],
  ["DELETE /", "delete", () => ""],
];

const ask = ([, method, path, body]: (typeof ROUTES)[number]) =>
  api.as(method, path()).set("idempotency-key", "one key").send(body);

test.each(ROUTES)("a key that %s has is refused by every other route", async (...first) => {
  const answer = await ask(first);
  expect(answer.status).toBeLessThan(300);
  const others = ROUTES.filter(([name]) => name !== first[0]);
  for (const other of others)
    expect([other[0], (await ask(other)).status]).toEqual([other[0], 422]);
  expect((await ask(first)).text).toBe(answer.text);
});

test("a task sent again with its key has its answer, also when its only date has passed", async () => {
  const repeat = { rule: "FREQ=DAILY;COUNT=1", start: "2026-11-22T12:00", timezone: "UTC" };
  const send = () =>
    api.as("post", "/tasks").set("idempotency-key", "k").send({ title: "y", repeat });
  const first = await send().expect(201);
  api.clock.advance(3 * 3_600_000);
  expect((await send().expect(201)).text).toBe(first.text);
});

describe("a key that was kept by the version before", () => {
  const [chat, add] = ROUTES;
  if (!chat || !add) throw new Error("There are routes");
  const turn = {
    turn_id: "01940000-0000-7000-8000-000000000001",
    conversation_id: "01940000-0000-7000-8000-000000000002",
    seq: 0,
    began_at: "2026-11-22T10:00:00.000Z",
  };

  test("for a message is one of the chat, whatever its fingerprint says", async () => {
    await atomically(api.rows, async (tx) =>
      tx.put(turnKey(ADA, "one key"), { ...turn, fingerprint: "of a message alone" }),
    );
    expect((await ask(add)).status).toBe(422);
    expect((await ask(chat)).status).toBe(422);
    expect(await api.titles()).toEqual(["x"]);
  });

  test("for a message and a write still has the answer of each", async () => {
    const written = await ask(add).expect(201);
    const begun = { ...turn, fingerprint: "another", answer: "{}" };
    await atomically(api.rows, async (tx) => tx.put(turnKey(ADA, "one key"), begun));
    expect((await ask(add).expect(201)).text).toBe(written.text);
    expect(await api.titles()).toEqual(["x", "milk"]);
  });

  test("for a write is none of the chat, whatever its fingerprint says", async () => {
    await ask(add).expect(201);
    expect([...(await api.rows.getMany([ROW])).keys()]).toEqual([ROW]);
    await atomically(api.rows, async (tx) =>
      tx.put(ROW, { fingerprint: "of a body alone", status: 201, body: "{}" }),
    );
    expect((await ask(chat)).status).toBe(422);
    expect((await ask(add)).status).toBe(422);
    expect(await api.titles()).toEqual(["x", "milk"]);
  });
});

/** Where the answer of a write of Ada's lies. */
const ROW = "answer:tasks%3Aada:one%20key";
