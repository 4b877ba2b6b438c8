import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const send = (message = "add buy milk") => api.say(message).set("idempotency-key", "key 1");

test("a message sent twice with one key gets the same bytes, is stored once and done once", async () => {
  const first = await send().expect(200);
  const again = await send().expect(200);
  expect(again.text).toBe(first.text);
  expect(await api.titles()).toEqual(["buy milk"]);
  expect(await api.spoken(first.body.conversation_id)).toEqual([
    "person: add buy milk",
    "assistant: I added “buy milk” to your list.",
  ]);
  await send("add bread").expect(422);
});

test("a message sent twice at the same moment is done once", async () => {
  const [one, other] = await Promise.all([send(), send()]);
  expect(one.text).toBe(other.text);
  expect(await api.titles()).toEqual(["buy milk"]);
  expect(await api.messages(one.body.conversation_id)).toHaveLength(2);
});

// The message, the tool's change and the answer are a transaction each: 1, 2 and 3.
test.each([
  [1, "before"],
  [1, "after"],
  [2, "before"],
  [2, "after"],
  [3, "before"],
  [3, "after"],
] as const)(
  "after the store was lost at write %i, %s it, goes on where it stopped",
  async (nth, how) => {
    api.store.breakAt(nth, how);
    const lost = await send().expect(200);
    expect(lost.body.degraded).toBe(true);
    const again = await send().expect(200);
    expect(again.body).toMatchObject({ response: "I added “buy milk” to your list." });
    expect(again.body).not.toHaveProperty("degraded");
    expect(await api.titles()).toEqual(["buy milk"]);
    expect(await api.spoken(again.body.conversation_id)).toEqual([
      "person: add buy milk",
      "assistant: I added “buy milk” to your list.",
    ]);
    expect((await send()).text).toBe(again.text);
    expect(await api.events()).toHaveLength(1);
  },
);

test("a message sent again counts 'in ten minutes' from the first time", async () => {
  const remind = () => api.say("remind me to stretch in 10 minutes").set("idempotency-key", "k");
  api.store.breakAt(2, "before");
  await remind();
  api.clock.advance(300_000);
  const { body } = await remind();
  expect(body.tool_calls[0].result.task.due.at).toBe("2026-11-22T10:25:21.000Z");
});

test("a message sent again completes the task it meant at first, though it is done now", async () => {
  await api.addTask({ title: "buy milk" });
  api.store.breakAt(3, "before");
  await send("complete milk");
  const { body } = await send("complete milk").expect(200);
  expect(body.response).toBe("I marked “buy milk” as done.");
});
