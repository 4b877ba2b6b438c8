import { beforeEach, describe, expect, test } from "@jest/globals";
import { append, atomically } from "@todo-mesh/state";
import { messagesOf } from "../../src/use-cases/assistant/conversation-keys.ts";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
let conversation_id: string;
beforeEach(async () => {
  api = await aChatApi();
  conversation_id = (await api.say("add tea").expect(200)).body.conversation_id;
});

const say = async (message: string) => (await api.say(message, { conversation_id })).body;
const lastOfPerson = async (): Promise<string> => {
  const said = (await api.messages(conversation_id)).filter(({ role }) => role === "person");
  return said.at(-1)?.id ?? "";
};
const anew = (message: string, replaces_message_id: string) =>
  api.say(message, { conversation_id, replaces_message_id });
const again = (body: object = {}) =>
  api.as("post", `/conversations/${conversation_id}/regenerate`).send(body);

describe("the last message is said anew", () => {
  test("and what it did is taken back, which the answer says", async () => {
    await say("add milk");
    const { body } = await anew("add soy milk", await lastOfPerson()).expect(200);
    expect(body).toMatchObject({
      response: "I took that back: “milk” is in the trash.\nI added “soy milk” to your list.",
      tool_calls: [{ name: "undo" }, { name: "add_task" }],
    });
    expect(await api.titles()).toEqual(["tea", "soy milk"]);
    expect(await api.spoken(conversation_id)).toEqual([
      "person: add tea",
      "assistant: I added “tea” to your list.",
      "person: add soy milk",
      `assistant: ${body.response}`,
    ]);
  });

  test("“undo” after it takes back what it did, and not that milk is in the trash", async () => {
    await say("add milk");
    await anew("add soy milk", await lastOfPerson()).expect(200);
    expect((await say("undo that")).response).toContain("“soy milk” is in the trash");
    expect(await api.titles()).toEqual(["tea"]);
    expect((await say("undo that")).response).toContain("“tea” is in the trash");
  });

  test("an undo that is said anew is taken back itself", async () => {
    await say("undo that");
    expect(await api.titles()).toEqual([]);
    await anew("what's on my list?", await lastOfPerson()).expect(200);
    expect(await api.titles()).toEqual(["tea"]);
  });

  test("what was changed again since stays, and the answer says so", async () => {
    const { tool_calls } = await say("add milk");
    const { id } = tool_calls[0].result.task;
    await api.as("delete", `/tasks/${id}`).expect(200);
    await api.as("post", `/tasks/${id}/restore`).expect(200);
    await say("done with tea");
    await api.as("post", `/undo`).send({}).expect(200);
    const { body } = await anew("help", await lastOfPerson()).expect(200);
    expect(body.response).not.toContain("back");

    await say("move milk to tomorrow at 9");
    const due = { at: "2026-12-24T10:00:00.000Z" };
    await api.as("patch", `/tasks/${id}`).send({ due }).expect(200);
    const stays = await anew("help", await lastOfPerson()).expect(200);
    expect(stays.body.response).toMatch(
      /^I could not do that: The due of “milk” was changed again since\. So what I did before stays\.\n/,
    );
    expect((await api.as("get", `/tasks/${id}`)).body.due).toMatchObject(due);
  });

  test("in German, too", async () => {
    await say("füge Milch hinzu");
    const { body } = await anew("füge Hafermilch hinzu", await lastOfPerson()).expect(200);
    expect(body.response).toMatch(/^Ich habe das rückgängig gemacht: „Milch“ .*\n.*„Hafermilch“/);
  });

  test("also where it was never answered in full", async () => {
    const turns = createTurns({ ...api, responder: async () => Promise.reject(new Error("no")) });
    const asked = { userId: ADA, request: { message: "hm", conversation_id } };
    await expect(turns.take(asked, () => undefined)).rejects.toThrow("no");
    await anew("add milk", await lastOfPerson()).expect(200);
    expect((await api.spoken(conversation_id)).slice(2)).toEqual([
      "person: add milk",
      "assistant: I added “milk” to your list.",
    ]);
  });

  test("once under its key", async () => {
    await say("add milk");
    const replaces = await lastOfPerson();
    const send = () => anew("add soy milk", replaces).set("idempotency-key", "k");
    const first = await send().expect(200);
    expect((await send().expect(200)).text).toBe(first.text);
    expect(await api.titles()).toEqual(["tea", "soy milk"]);
  });

  test("at last in a conversation that is full, and nothing of it is lost", async () => {
    const at = api.clock.now().toISOString();
    const turn_id = api.ids.next();
    const old = { role: "assistant", text: "old", turn_id, at };
    await atomically(api.rows, (tx) =>
      append(
        tx,
        messagesOf(ADA, conversation_id),
        Array.from({ length: 196 }, () => ({ ...old, id: api.ids.next() })),
      ),
    );
    await say("add milk");
    expect(await api.messages(conversation_id)).toHaveLength(200);
    await anew("add soy milk", await lastOfPerson()).expect(200);
    expect(await api.messages(conversation_id)).toHaveLength(200);
    expect((await api.spoken(conversation_id))[0]).toBe("person: add tea");
  });
});

describe("the last message is answered anew", () => {
  test("in its own place, and done once in all", async () => {
    await say("add milk");
    const { body } = await again({ timezone: "Europe/Rome" }).expect(200);
    expect(body.response).toBe(
      "I took that back: “milk” is in the trash.\nI added “milk” to your list.",
    );
    expect(await api.titles()).toEqual(["tea", "milk"]);
    expect(await api.messages(conversation_id)).toHaveLength(4);
  });

  test("“in ten minutes” counts from now", async () => {
    await say("remind me to stretch in 10 minutes");
    api.clock.advance(60_000);
    const { tool_calls } = (await again({ timezone: "Europe/Rome" }).expect(200)).body;
    const aheadMs = Date.parse(tool_calls.at(-1).result.task.due.at) - api.clock.now().getTime();
    // On the whole second.
    expect(Math.floor(aheadMs / 1_000)).toBe(600);
  });

  test("once under its key, and event by event to whoever asks for it so", async () => {
    const send = () => again().set("idempotency-key", "k");
    const first = await send().expect(200);
    expect((await send().expect(200)).text).toBe(first.text);
    const stream = await again().set("accept", "text/event-stream").expect(200);
    expect(stream.text).toMatch(/event: turn.started[^]*"message_id":"[^]*event: turn.finished/);
    expect(await api.titles()).toEqual(["tea"]);
  });

  test("not in a conversation that is not there, and not as something else", async () => {
    const path = `/conversations/${api.ids.next()}/regenerate`;
    await api.as("post", path).send({}).expect(404);
    expect(fieldsOf(await again({ message: "hm" }).expect(400))).toEqual(["message"]);
  });
});
