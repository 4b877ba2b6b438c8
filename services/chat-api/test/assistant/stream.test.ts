import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const stream = async (message: string, key?: string) => {
  const req = api.say(message).set("accept", "text/event-stream").buffer(true);
  const res = await (key === undefined ? req : req.set("idempotency-key", key));
  const events = res.text
    .split("\n\n")
    .filter(Boolean)
    .map((block) => {
      const fields = block.split("\n").map((line) => /^(\w+): (.*)$/.exec(line)?.slice(1) ?? []);
      const { id = "", event = "", data = "" } = Object.fromEntries(fields);
      return { id, event, data: JSON.parse(data) };
    });
  return { res, events };
};

test("a stream tells what happens, step by step, each with an id of its own", async () => {
  const { res, events } = await stream("add buy milk");
  expect(res.headers["content-type"]).toContain("text/event-stream");
  expect(res.headers["cache-control"]).toContain("no-store");
  expect(events.map(({ event }) => event)).toEqual([
    "turn.started",
    "tool.started",
    "tool.finished",
    "text.delta",
    "turn.finished",
  ]);
  const turn_id: string = events[0]?.data.turn_id;
  expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((n) => `${turn_id}.${n}`));
  expect(events[1]?.data).not.toHaveProperty("result");
  expect(events[3]?.data).toEqual({ text: "I added “buy milk” to your list." });
  expect(events[4]?.data).toMatchObject({ turn_id, response: events[3]?.data.text });
});

test("with a key a stream may be asked for again, as a stream or as JSON", async () => {
  const first = await stream("add buy milk", "k");
  const again = await stream("add buy milk", "k");
  expect(again.events.at(-1)?.data).toEqual(first.events.at(-1)?.data);
  const json = await api.say("add buy milk").set("idempotency-key", "k");
  expect(json.body).toEqual(first.events.at(-1)?.data);
  expect(await api.titles()).toEqual(["buy milk"]);
});

test("what is refused before it began is a problem with its status", async () => {
  const res = await api
    .say("list", { conversation_id: "01900000-0000-7000-8000-00000000dead" })
    .set("accept", "text/event-stream");
  expect(res.status).toBe(404);
  expect(res.headers["content-type"]).toContain("application/problem+json");
});

test("a turn that fails says so and ends", async () => {
  api.store.breakAt(2, "bug");
  const { res, events } = await stream("add buy milk");
  expect(res.status).toBe(200);
  expect(events.at(-1)).toMatchObject({
    event: "turn.failed",
    data: { detail: "Something went wrong on our side. Please try again." },
  });
});

test("a stream says that it is degraded as well", async () => {
  api.rows.setAway(true);
  const { events } = await stream("list");
  expect(events.map(({ event }) => event)).toEqual(["turn.started", "text.delta", "turn.finished"]);
  expect(events.at(-1)?.data.degraded).toBe(true);
});
