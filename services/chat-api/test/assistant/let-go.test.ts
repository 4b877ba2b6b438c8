import { beforeEach, expect, test } from "@jest/globals";
import { Export, type Message } from "@todo-mesh/contracts";
import { append, atomically, keyOf } from "@todo-mesh/state";
import { Conversation } from "../../src/domain/assistant/conversation.ts";
import { conversationKey, messagesOf } from "../../src/use-cases/assistant/conversation-keys.ts";
import { createTurns, type Turns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
let turns: Turns;
beforeEach(async () => {
  api = await aChatApi();
  turns = withRoomFor(3);
});
const withRoomFor = (conversations: number): Turns =>
  createTurns({
    ...api,
    quotas: { ...api.quotas, conversations },
  });
const say = async (conversation_id?: string): Promise<string> => {
  api.clock.advance(1_000);
  const request = { message: "help", ...(conversation_id && { conversation_id }) };
  return (await turns.take({ userId: ADA, request }, () => undefined)).conversation_id;
};
const kept = async (): Promise<string[]> => {
  const { body } = await api.as("get", "/export").expect(200);
  return Export.parse(body).conversations.map(({ id }) => id);
};
const keysOf = (id: string) => [...api.rows.rows().keys()].filter((key) => key.includes(id));
const changeHead = (id: string, how: (head: Conversation) => Conversation): Promise<void> =>
  atomically(api.rows, async (tx) => {
    const head = await tx.get(conversationKey(ADA, id), Conversation);
    if (head) tx.put(conversationKey(ADA, id), how(head));
  });
const running = (id: string): Promise<void> =>
  changeHead(id, (head) => {
    const turn = { turn_id: api.ids.next(), since: api.clock.now().toISOString() };
    return { ...head, running: [turn] };
  });

test("who never names a conversation talks on for ever: the one untouched longest is let go with its messages", async () => {
  const [a, b, c] = [await say(), await say(), await say()];
  await say(a);
  const d = await say();
  expect(await kept()).toEqual([a, c, d]);
  expect(keysOf(b)).toEqual([]);
  await expect(say(b)).rejects.toMatchObject({ kind: "not-found" });
  for (let n = 0; n < 30; n += 1) await say();
  expect(await kept()).toHaveLength(3);
  expect(api.rows.rows().has(keyOf("chats", ADA, 3))).toBe(false);
});

test("one that is used daily stays, though it began first", async () => {
  const mine = await say();
  for (let n = 0; n < 30; n += 1) {
    await say();
    await say(mine);
  }
  expect((await kept())[0]).toBe(mine);
});

const message = (): Message => {
  const [id, turn_id, at] = [api.ids.next(), api.ids.next(), api.clock.now().toISOString()];
  return { id, turn_id, at, role: "person", text: "x" };
};

test("a long one goes with all its messages at once", async () => {
  const [long] = [await say(), await say(), await say()];
  const many = Array.from({ length: 198 }, message);
  await atomically(api.rows, (tx) => append(tx, messagesOf(ADA, long), many));
  await say();
  expect(keysOf(long)).toEqual([]);
});

test("one with a turn under way is never let go, and one whose turn died with its process may be", async () => {
  const [a, b, c] = [await say(), await say(), await say()];
  await running(a);
  const d = await say();
  expect(await kept()).toEqual([a, c, d]);
  expect(keysOf(b)).toEqual([]);
  for (const id of [c, d]) await running(id);
  await expect(say()).rejects.toMatchObject({ kind: "conflict" });
  api.clock.advance(60_001);
  const e = await say();
  expect(await kept()).toEqual([c, d, e]);
});

test("a turn that begins in it meanwhile is not lost: another is let go", async () => {
  const [a, b, c] = [await say(), await say(), await say()];
  const { transact } = api.rows;
  Object.assign(api.rows, {
    transact: async (writes: Parameters<typeof transact>[0]) => {
      Object.assign(api.rows, { transact });
      await running(a);
      await transact(writes);
    },
  });
  const d = await say();
  expect(await kept()).toEqual([a, c, d]);
  expect(keysOf(b)).toEqual([]);
});

test("who may have fewer than before keeps what there is, and it does not grow", async () => {
  for (let n = 0; n < 3; n += 1) await say();
  turns = withRoomFor(1);
  for (let n = 0; n < 3; n += 1) await say();
  expect(await kept()).toHaveLength(3);
});

test("erasing leaves nothing of what is kept, and of what was let go", async () => {
  for (let n = 0; n < 9; n += 1) await say();
  const { body } = await api.as("delete", "/").expect(200);
  expect(body.conversations).toBe(3);
  expect([...api.rows.rows().keys()].filter((key) => key.startsWith("chat"))).toEqual([]);
});
