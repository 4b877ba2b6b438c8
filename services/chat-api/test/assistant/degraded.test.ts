import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("without the state store it answers, says so, claims nothing, and begins again by itself", async () => {
  api.rows.setAway(true);
  const lost = await api.say("add buy milk").expect(200);
  expect(lost.body).toMatchObject({ degraded: true, tool_calls: [] });
  expect(lost.body.response).toContain("changed nothing");
  expect((await api.say("help")).body.response).toContain("You can say");
  api.rows.setAway(false);
  expect(await api.titles()).toEqual([]);

  const { conversation_id } = lost.body;
  const back = await api.say("add buy milk", { conversation_id }).expect(200);
  expect(back.body).toMatchObject({
    conversation_id,
    response: "I added “buy milk” to your list.",
  });
  await api.say("list", { conversation_id }).expect(200);
  expect(await api.messages(conversation_id)).toHaveLength(4);
});

test("an answer that could not be stored says so, and is stored once the store is back", async () => {
  const { conversation_id } = (await api.say("help")).body;
  api.store.breakAt(3, "before");
  const { body } = await api.say("add buy milk", { conversation_id }).expect(200);
  expect(body.response).toBe(
    "I added “buy milk” to your list.\n(I could not keep this answer in our conversation.)",
  );
  expect(await api.messages(conversation_id)).toHaveLength(3);
  api.tick();
  await api.turns.close();
  expect((await api.spoken(conversation_id)).at(-1)).toBe(`assistant: ${body.response}`);
});

test("a change that may or may not have happened is not claimed", async () => {
  api.store.breakAt(2, "after");
  const { body } = await api.say("add buy milk").expect(200);
  expect(body).toMatchObject({
    degraded: true,
    tool_calls: [{ result: { outcome: "unknown" } }],
  });
  expect(body.response).toContain("cannot say whether this was done");
});

test("of one person twenty answers wait for the store, so that those of others find room", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 25; n += 1) {
    api.store.breakAt(2, "before");
    ids.push((await api.say("help").expect(200)).body.conversation_id);
  }
  api.store.breakAt(0, "before");
  api.tick();
  await api.turns.close();
  const spoken = (await Promise.all(ids.map(api.spoken))).flat();
  expect(spoken.filter((said) => said.startsWith("assistant"))).toHaveLength(20);
});

test("an answer that waits for the store is kept by the next message of its conversation", async () => {
  const { conversation_id } = (await api.say("help")).body;
  api.store.breakAt(3, "before");
  const { body } = await api.say("add buy milk", { conversation_id }).expect(200);
  await api.say("list", { conversation_id }).expect(200);
  expect((await api.spoken(conversation_id))[3]).toBe(`assistant: ${body.response}`);
  api.tick();
  await api.turns.close();
  expect(await api.messages(conversation_id)).toHaveLength(6);
});
