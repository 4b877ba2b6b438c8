import { connect } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type CloseDoor, listen } from "@todo-mesh/kit";
import request from "supertest";
import { APP_TOKEN, aChatApi, type ChatApi } from "./a-chat-api.ts";

let api: ChatApi;
let close: CloseDoor;
beforeEach(async () => {
  api = await aChatApi();
  close = await listen(api.app, { host: "127.0.0.1", port: 0, name: "public door", graceMs: 500 });
});
afterEach(() => close());

/** Opens `GET /events` over a real connection; `until` reads on until all of these have been heard. */
async function listening(headers: Record<string, string> = {}) {
  const gone = new AbortController();
  const res = await fetch(`http://127.0.0.1:${close.port}/api/ada/events`, {
    headers: { authorization: `Bearer ${api.token}`, ...headers },
    signal: gone.signal,
  });
  const reader = res.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  return {
    res,
    leave: () => gone.abort(),
    until: async (...wanted: string[]): Promise<string> => {
      while (!wanted.every((text) => heard.includes(text))) {
        const part = await reader?.read();
        if (!part || part.done) throw new Error(`The stream ended after: ${heard}`);
        heard += part.value;
      }
      return heard;
    },
    end: async (): Promise<string> => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        heard += part.value;
      return heard;
    },
  };
}

const deliver = (event: object | undefined) =>
  request(api.mesh)
    .post("/events/todo.tasks.events")
    .set("dapr-api-token", APP_TOKEN)
    .send({ ...event, topic: "todo.tasks.events" })
    .expect(200);

test("what happens to a person's tasks is heard as it happens, and gone on with after a break", async () => {
  const stream = await listening();
  expect(stream.res.headers.get("content-type")).toContain("text/event-stream");
  await stream.until("retry: 2000\n\n", "event: resync\ndata: {}\n\n");
  const { id } = await api.addTask({ title: "buy milk" });
  await api.as("post", `/tasks/${id}/complete`);
  const [created, completed] = await api.events();
  await deliver(created);
  await deliver(created);
  await stream.until(`id: ${created?.id}\nevent: todo.task.created.v1\ndata: {"user_id":"ada"`);
  stream.leave();

  await deliver(completed);
  const again = await listening({ "last-event-id": created?.id ?? "" });
  const heard = await again.until("event: todo.task.completed.v1");
  expect(heard).not.toContain("resync");
  expect(heard).not.toContain("task.created");
  again.leave();
});

test("the door closes in time, though streams are open", async () => {
  const stream = await listening();
  await stream.until("resync");
  await close();
  await stream.end();
  expect(api.live.count()).toBe(0);
});

test("a reader that stopped reading is dropped, and what it did not read with it", async () => {
  const socket = connect(close.port, "127.0.0.1").pause();
  socket.write(
    `GET /api/ada/events HTTP/1.1\r\nHost: mesh\r\nAuthorization: Bearer ${api.token}\r\n\r\n`,
  );
  while (api.live.count() === 0) await nextTurn();
  const data = JSON.stringify("x".repeat(100_000));
  for (let n = 0; n < 1_000 && api.live.count() > 0; n += 1) {
    api.live.push("ada", { id: `large ${n}`, type: "todo.task.updated.v1", data });
    await nextTurn();
  }
  expect(api.live.count()).toBe(0);
  socket.destroy();
});

test("the twenty-first connection of a person is refused with 429", async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => listening()));
  const refused = await listening();
  expect(refused.res.status).toBe(429);
  expect(refused.res.headers.get("content-type")).toContain("application/problem+json");
  await refused.end();
  for (const stream of streams) stream.leave();
});

test("a turn goes on though its reader has left", async () => {
  const gone = new AbortController();
  const answered = fetch(`http://127.0.0.1:${close.port}/api/ada/chat`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${api.token}`,
      accept: "text/event-stream",
      "content-type": "application/json",
    },
    body: JSON.stringify({ message: "add buy milk" }),
    signal: gone.signal,
  });
  await answered;
  gone.abort();
  await api.turns.close();
  const { body } = await api.as("get", "/tasks");
  expect(body.items).toMatchObject([{ title: "buy milk" }]);
});
