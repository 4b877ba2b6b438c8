import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("a turn that died is marked interrupted by the next one, after a minute, with what was said: nothing", async () => {
  const { conversation_id } = (await api.say("help")).body;
  api.store.breakAt(3, "before");
  await api.say("add buy milk", { conversation_id });
  api.clock.advance(30_000);
  await api.say("list", { conversation_id });
  expect((await api.messages(conversation_id)).filter(({ interrupted }) => interrupted)).toEqual(
    [],
  );
  api.clock.advance(31_000);
  await api.say("list", { conversation_id });
  const kept = await api.messages(conversation_id);
  expect(kept.map(({ role, interrupted }) => (interrupted ? "interrupted" : role))).toEqual([
    "person",
    "assistant",
    "person",
    "person",
    "assistant",
    "interrupted",
    "person",
    "assistant",
  ]);
  expect(kept[5]).toMatchObject({ turn_id: kept[2]?.turn_id, text: "" });
});

test("a turn that died and comes back after all takes the place of its mark", async () => {
  const { conversation_id } = (await api.say("help")).body;
  const send = () => api.say("add buy milk", { conversation_id }).set("idempotency-key", "k");
  api.store.breakAt(3, "before");
  await send();
  api.clock.advance(61_000);
  await api.say("list", { conversation_id });
  await send().expect(200);
  expect(await api.spoken(conversation_id)).toEqual([
    "person: help",
    expect.stringContaining("assistant: I keep your list"),
    "person: add buy milk",
    "assistant: I added “buy milk” to your list.",
    "person: list",
    "assistant: 1 task is open:\n1. buy milk",
  ]);
});

test("a turn that died of a bug is a 500 that tells nothing, is marked at once, and leaves nothing running", async () => {
  const { conversation_id } = (await api.say("help")).body;
  api.store.breakAt(2, "bug");
  const res = await api.say("add buy milk", { conversation_id }).expect(500);
  expect(res.text).not.toContain("a bug in the store");
  expect((await api.messages(conversation_id)).at(-1)).toMatchObject({
    interrupted: true,
    text: "",
  });
  api.clock.advance(120_000);
  await api.say("list", { conversation_id }).expect(200);
  expect(await api.messages(conversation_id)).toHaveLength(6);
});
