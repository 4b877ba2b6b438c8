import { beforeEach, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import { Conversation } from "../../src/domain/assistant/conversation.ts";
import { conversationKey } from "../../src/use-cases/assistant/conversation-keys.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
let other: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
  other = await aChatApi(api);
});

const HELP = expect.stringContaining("assistant: I keep your list");
const diesAdding = async (key?: string): Promise<string> => {
  const { conversation_id } = (await api.say("help")).body;
  api.store.dieAt(3, "before");
  const said = api.say("add buy milk", { conversation_id });
  await (key === undefined ? said : said.set("idempotency-key", key));
  return conversation_id;
};

test("a turn that died is ended by the next one, ten seconds later, with what was done", async () => {
  const conversation_id = await diesAdding();
  const list = () => other.say("list", { conversation_id }).set("prefer", "wait=0");
  api.clock.advance(10_000);
  await list().expect(409);
  api.clock.advance(1);
  await list().expect(200);
  expect(await other.spoken(conversation_id)).toEqual([
    "person: help",
    HELP,
    "person: add buy milk",
    "assistant: I added “buy milk” to your list.\n(I was interrupted here.)",
    "person: list",
    "assistant: 1 task is open:\n1. buy milk",
  ]);
  const [, , said, ended] = await other.messages(conversation_id);
  expect(ended).toMatchObject({
    turn_id: said?.turn_id,
    interrupted: true,
    tool_calls: [{ name: "add_task" }],
  });
});

test("or by whoever reads its conversation, which has a turn no more then", async () => {
  const conversation_id = await diesAdding();
  const read = async () =>
    (await other.as("get", `/conversations/${conversation_id}`).expect(200)).body.items[0];
  expect(await read()).toMatchObject({ role: "person" });
  api.clock.advance(10_001);
  expect(await read()).toMatchObject({ interrupted: true });
  await other.say("list", { conversation_id }).set("prefer", "wait=0").expect(200);
});

test("one that did nothing says that nothing was changed", async () => {
  const { conversation_id } = (await api.say("help")).body;
  api.store.dieAt(2, "before");
  await api.say("add buy milk", { conversation_id });
  api.clock.advance(10_001);
  await other.say("list", { conversation_id });
  expect((await other.spoken(conversation_id))[3]).toBe(
    "assistant: (I was interrupted here.)\nNothing on your list was changed.",
  );
});

test("a turn that was ended so answers its key with that, however often it is said again", async () => {
  const conversation_id = await diesAdding("k");
  api.clock.advance(10_001);
  await other.say("list", { conversation_id });
  const again = () => other.say("add buy milk", { conversation_id }).set("idempotency-key", "k");
  const { text, body } = await again().expect(200);
  expect(body).toMatchObject({ interrupted: true });
  expect((await again()).text).toBe(text);
  expect(await other.titles()).toEqual(["buy milk"]);
});

test("a turn that died before it showed a word is taken up by whoever says it again", async () => {
  const conversation_id = await diesAdding("k");
  api.clock.advance(10_001);
  const again = other.say("add buy milk", { conversation_id }).set("idempotency-key", "k");
  const { body } = await again.expect(200);
  expect(body).toMatchObject({ response: "I added “buy milk” to your list." });
  expect(body).not.toHaveProperty("interrupted");
  expect(await other.messages(conversation_id)).toHaveLength(4);
  expect(await other.titles()).toEqual(["buy milk"]);
});

test("a turn of the version before, which kept no log, is marked interrupted after a minute", async () => {
  const { conversation_id } = (await api.say("help")).body;
  const since = api.clock.now().toISOString();
  await atomically(api.rows, async (tx) => {
    const key = conversationKey(ADA, conversation_id);
    const head = Conversation.parse(await tx.get(key, Conversation));
    tx.put(key, { ...head, running: [{ turn_id: api.ids.next(), since }] });
  });
  const list = () => api.say("list", { conversation_id }).set("prefer", "wait=0");
  api.clock.advance(60_000);
  await list().expect(409);
  api.clock.advance(1);
  await list().expect(200);
  expect((await api.messages(conversation_id))[2]).toMatchObject({ interrupted: true, text: "" });
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
  await api.say("list", { conversation_id }).set("prefer", "wait=0").expect(200);
  expect(await api.messages(conversation_id)).toHaveLength(6);
});
