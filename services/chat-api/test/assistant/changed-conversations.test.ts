import { beforeEach, describe, expect, test } from "@jest/globals";
import { ConversationExport, ConversationPage } from "@todo-mesh/contracts";
import { signDevToken } from "@todo-mesh/kit";
import { atomically, append, headOf } from "@todo-mesh/state";
import request from "supertest";
import { conversationsOf } from "../../src/use-cases/assistant/conversation-keys.ts";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi, fieldsOf, SECRET } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const began = async (message: string): Promise<string> => {
  api.clock.advance(1_000);
  return (await api.say(message).expect(200)).body.conversation_id;
};
const list = async (query: object = {}) =>
  ConversationPage.parse((await api.as("get", "/conversations").query(query).expect(200)).body);
const titles = async (query: object = {}) => (await list(query)).items.map(({ title }) => title);

describe("conversations are looked for by the words of their titles", () => {
  beforeEach(async () => {
    for (const message of ["add Müsli for the trip", "add tea", "plan the trip to Rome", "add 🥝"])
      await began(message);
  });

  test.each([
    ["trip", ["plan the trip to Rome", "add Müsli for the trip"]],
    ["rom tri", ["plan the trip to Rome"]],
    ["MUSLI", ["add Müsli for the trip"]],
    ["rip", []],
    ["🥝", ["add 🥝"]],
    ["?!", []],
  ])("“%s” finds %j", async (query, found) => {
    expect(await titles({ query })).toEqual(found);
  });

  test("page by page, and the last page says that it is", async () => {
    const first = await list({ query: "trip", limit: 1 });
    expect(first.items).toMatchObject([{ title: "plan the trip to Rome" }]);
    const last = await list({ query: "trip", limit: 1, cursor: first.next_cursor });
    expect(last.items).toMatchObject([{ title: "add Müsli for the trip" }]);
    expect(last).not.toHaveProperty("next_cursor");
  });

  test("a query of nothing is refused", async () => {
    expect(fieldsOf(await api.as("get", "/conversations?query=").expect(400))).toEqual(["query"]);
  });
});

describe("a conversation is renamed", () => {
  test("and is as old as before, for nobody spoke in it", async () => {
    const id = await began("add a");
    const before = (await list()).items;
    api.clock.advance(60_000);
    const { body } = await api
      .as("patch", `/conversations/${id}`)
      .send({ title: "  What I\nneed " })
      .expect(200);
    expect(body).toEqual({ ...before[0], title: "What I need" });
    expect((await list()).items).toEqual([body]);
    await api.say("add b", { conversation_id: id }).expect(200);
    expect(await titles()).toEqual(["What I need"]);
  });

  test("once under its key, and never by another title than one that can be seen", async () => {
    const id = await began("add a");
    const rename = (title: string, key: string) =>
      api.as("patch", `/conversations/${id}`).set("idempotency-key", key).send({ title });
    const first = await rename("one", "k").expect(200);
    await rename("two", "l").expect(200);
    expect((await rename("one", "k").expect(200)).text).toBe(first.text);
    expect(await titles()).toEqual(["two"]);
    await rename("three", "k").expect(422);
    expect(fieldsOf(await rename(" ", "m").expect(400))).toEqual(["title"]);
  });
});

describe("a conversation is deleted", () => {
  test("with its messages; what it did to tasks stays, and others are where they were", async () => {
    const [first, id, last] = [await began("add a"), await began("add b"), await began("add c")];
    const { body } = await api.as("delete", `/conversations/${id}`).expect(200);
    expect(body).toMatchObject({ id, title: "add b" });
    expect(await titles()).toEqual(["add c", "add a"]);
    expect(await api.messages(id)).toEqual([]);
    await api.as("get", `/conversations/${id}`).expect(404);
    await api.as("delete", `/conversations/${id}`).expect(404);
    await api.say("add d", { conversation_id: id }).expect(404);
    expect((await api.titles()).toSorted()).toEqual(["a", "b", "c"]);
    for (const other of [first, last]) await api.as("get", `/conversations/${other}`).expect(200);
  });

  test("under its key the same answer comes again", async () => {
    const id = await began("add a");
    const remove = () => api.as("delete", `/conversations/${id}`).set("idempotency-key", "k");
    const first = await remove().expect(200);
    expect((await remove().expect(200)).text).toBe(first.text);
  });

  test("and gives its place back, however many began before it", async () => {
    const others = Array.from({ length: 250 }, () => api.ids.next());
    await atomically(api.store, (tx) => append(tx, conversationsOf(ADA), others));
    const id = await began("add a");
    const { first, next } = await headOf(api.rows, conversationsOf(ADA));
    await api.as("delete", `/conversations/${id}`).expect(200);
    expect(await headOf(api.rows, conversationsOf(ADA))).toEqual({ first: first + 1, next });
  });

  test("while a turn of it runs, which does what it was asked to and keeps no answer", async () => {
    const id = await began("add a");
    const turns = createTurns({
      ...api,
      responder: async (_turn, actions) => {
        await api.as("delete", `/conversations/${id}`).expect(200);
        await actions.call({ name: "add_task", arguments: { title: "b" } });
        return { text: "I added it." };
      },
    });
    const message = { message: "add b", conversation_id: id };
    const answer = await turns.take({ userId: ADA, request: message }, () => undefined);
    expect(answer.response).toBe("I added it.");
    expect((await api.titles()).toSorted()).toEqual(["a", "b"]);
    expect([...api.rows.rows().keys()].filter((key) => key.includes(id))).toEqual([]);
  });
});

describe("a conversation is taken along", () => {
  test("as JSON, with all that is kept, the oldest first", async () => {
    const id = await began("add a");
    await api.say("what's on my list?", { conversation_id: id }).expect(200);
    const res = await api.as("get", `/conversations/${id}/export`).expect(200);
    expect(res.headers["content-disposition"]).toBe("attachment; filename=conversation.json");
    const exported = ConversationExport.parse(res.body);
    expect(exported).toMatchObject({ id, title: "add a" });
    expect(exported.messages).toEqual(await api.messages(id));
    expect(res.body).not.toHaveProperty("running");
  });

  test("as Markdown, by the clock of its person, and nothing that was said is a heading", async () => {
    await api.as("patch", "/preferences").send({ timezone: "Europe/Rome" }).expect(200);
    const id = await began("# add a");
    const res = await api.as("get", `/conversations/${id}/export?format=markdown`).expect(200);
    expect(res.headers["content-type"]).toBe("text/markdown; charset=utf-8");
    expect(res.headers["content-disposition"]).toBe("attachment; filename=conversation.md");
    const lines = res.text.split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "# # add a",
      "",
      "**person**, 2026-11-22 11:15 (Europe/Rome)",
      "",
      "> # add a",
    ]);
    expect(lines.slice(1).filter((line) => line.startsWith("#"))).toEqual([]);
  });

  test("in no other form", async () => {
    const id = await began("add a");
    const res = await api.as("get", `/conversations/${id}/export?format=pdf`).expect(400);
    expect(fieldsOf(res)).toEqual(["format"]);
  });
});

test("a conversation is changed, deleted and taken along by its own person alone", async () => {
  const id = await began("add a");
  const token = await signDevToken(SECRET, { user: "bob" });
  const bobs = (method: "get" | "patch" | "delete", path = "") =>
    request(api.app)[method](`/api/bob/conversations/${id}${path}`).auth(token, { type: "bearer" });
  await bobs("patch").send({ title: "mine" }).expect(404);
  await bobs("delete").expect(404);
  await bobs("get", "/export").expect(404);
  expect(await titles()).toEqual(["add a"]);
});
