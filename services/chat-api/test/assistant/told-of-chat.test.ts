import { beforeEach, expect, test } from "@jest/globals";
import { append, atomically } from "@todo-mesh/state";
import {
  conversationKey,
  conversationsOf,
} from "../../src/use-cases/assistant/conversation-keys.ts";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("an answer that is there at once is told once, with the conversation as it is then", async () => {
  const { conversation_id: id, turn_id } = (await api.say("add a").expect(200)).body;
  const [[type, data] = []] = await api.toldOfChat();
  const { created_at, updated_at } = (await api.as("get", `/conversations/${id}`)).body;
  const conversation = { id, title: "add a", created_at, updated_at };
  expect([type, data]).toEqual([
    "todo.turn.ended.v1",
    { user_id: ADA, turn_id, conversation, interrupted: false },
  ]);
  expect(await api.toldOfChat()).toHaveLength(1);
});

test("one that takes its time is told as it begins, and as interrupted where it was stopped", async () => {
  const going = Promise.withResolvers<void>();
  const turns = createTurns({
    ...api,
    responder: async () => {
      await going.promise;
      return { text: "So far.", interrupted: true };
    },
  });
  const turn = turns.take({ userId: ADA, request: { message: "hm" } }, () => undefined);
  while ((await api.toldOfChat()).length === 0);
  going.resolve();
  const { turn_id } = await turn;
  expect(await api.toldOfChat()).toMatchObject([
    ["todo.turn.started.v1", { turn_id, conversation: { title: "hm" } }],
    ["todo.turn.ended.v1", { turn_id, interrupted: true }],
  ]);
});

test("a conversation that is renamed or deleted is told of", async () => {
  const { conversation_id: id } = (await api.say("add a").expect(200)).body;
  await api.toldOfChat();
  await api.as("patch", `/conversations/${id}`).send({ title: "b" }).expect(200);
  expect((await api.toldOfChat()).at(-1)).toMatchObject([
    "todo.conversation.renamed.v1",
    { user_id: ADA, conversation: { id, title: "b" } },
  ]);
  await api.as("delete", `/conversations/${id}`).expect(200);
  expect((await api.toldOfChat()).at(-1)).toEqual([
    "todo.conversation.deleted.v1",
    { user_id: ADA, conversation_id: id },
  ]);
});

test("so is one that is let go for another", async () => {
  const first = api.ids.next();
  const others = Array.from({ length: 1_999 }, () => api.ids.next());
  const head = { id: first, title: "old", created_at: LONG_AGO, updated_at: LONG_AGO, running: [] };
  await atomically(api.rows, async (tx) => {
    await append(tx, conversationsOf(ADA), [...others, first].toReversed());
    tx.put(conversationKey(ADA, first), head);
  });
  for (const id of others.slice(-19))
    await atomically(api.rows, async (tx) =>
      tx.put(conversationKey(ADA, id), { ...head, id, updated_at: "2026-01-02T00:00:00.000Z" }),
    );
  await api.say("add a").expect(200);
  expect(await api.toldOfChat()).toContainEqual([
    "todo.conversation.deleted.v1",
    { user_id: ADA, conversation_id: first },
  ]);
});

const LONG_AGO = "2026-01-01T00:00:00.000Z";
