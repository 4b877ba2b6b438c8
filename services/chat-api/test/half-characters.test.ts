import { describe, expect, test } from "@jest/globals";
import { atomically, append } from "@todo-mesh/state";
import {
  conversationKey,
  conversationsOf,
  messagesOf,
} from "../src/use-cases/assistant/conversation-keys.ts";
import { aChatApi, fieldsOf } from "./a-chat-api.ts";
import { ADA } from "./a-task.ts";

const ID = "01940000-0000-7000-8000-00000000000a";
const HALF = "\ud83d";

describe("half a character", () => {
  test.each<[string, string, object, string]>([
    ["a message", "/chat", { message: `add ${HALF}x` }, "message"],
    ["a sentence", "/when", { text: `${HALF} tomorrow`, timezone: "UTC" }, "text"],
    ["a title", "/tasks", { title: `${HALF}x` }, "title"],
    ["notes", "/tasks", { title: "x", notes: HALF }, "notes"],
    ["a tag", "/tasks", { title: "x", tags: [HALF] }, "tags.0"],
  ])("is refused in %s, and the field is named", async (_what, path, body, field) => {
    const api = await aChatApi();
    expect(fieldsOf(await api.as("post", path).send(body).expect(400))).toContain(field);
  });

  test("a long first message is not cut in the middle of one to make a title", async () => {
    const api = await aChatApi();
    const { body } = await api.say(`add x${"😀".repeat(80)}`).expect(200);
    const kept = await api.rows.get(conversationKey(ADA, body.conversation_id));
    expect(JSON.stringify(kept)).not.toMatch(/\\ud8/);
  });

  test("that was kept before is read and exported as U+FFFD, and the conversation goes on", async () => {
    const api = await aChatApi();
    const at = "2026-11-22T09:00:00.000Z";
    const said = { id: ID, role: "person" as const, text: `add ${HALF}x`, turn_id: ID, at };
    const head = { id: ID, title: `add ${HALF}x`, created_at: at, updated_at: at, running: [] };
    await atomically(api.rows, async (tx) => {
      await append(tx, messagesOf(ADA, ID), [said]);
      await append(tx, conversationsOf(ADA), [ID]);
      tx.put(conversationKey(ADA, ID), head);
    });
    await api.say("what is on my list?", { conversation_id: ID }).expect(200);
    const exported = await api.as("get", "/export").expect(200);
    const [{ title, messages }] = JSON.parse(exported.text ?? String(exported.body)).conversations;
    expect([title, messages[0].text]).toEqual(["add \ufffdx", "add \ufffdx"]);
  });
});
