import { beforeEach, describe, expect, test } from "@jest/globals";
import { ConversationPage, ConversationRead } from "@todo-mesh/contracts";
import { signDevToken } from "@todo-mesh/kit";
import request from "supertest";
import { aChatApi, type ChatApi, fieldsOf, SECRET } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const began = async (message: string): Promise<string> => {
  api.clock.advance(1_000);
  return (await api.say(message).expect(200)).body.conversation_id;
};
const list = async (query = "") =>
  ConversationPage.parse((await api.as("get", `/conversations${query}`).expect(200)).body);
const read = async (id: string, query = "") =>
  ConversationRead.parse((await api.as("get", `/conversations/${id}${query}`).expect(200)).body);

/** What all pages of a list have, one after the other. */
async function pages<Item>(
  page: (query: string) => Promise<{ items: Item[]; next_cursor?: string | undefined }>,
  limit: number,
): Promise<Item[]> {
  const items: Item[] = [];
  let query = `?limit=${limit}`;
  for (;;) {
    const found = await page(query);
    items.push(...found.items);
    if (found.next_cursor === undefined) return items;
    query = `?limit=${limit}&cursor=${found.next_cursor}`;
  }
}

describe("the conversations of a person", () => {
  test("are listed, the one that began last first, in whole and page by page", async () => {
    expect(await list()).toEqual({ items: [] });
    for (const title of ["add a", "add b", "add c"]) await began(title);
    const all = await list();
    expect(all.items.map(({ title }) => title)).toEqual(["add c", "add b", "add a"]);
    expect(all).not.toHaveProperty("next_cursor");
    expect(await pages(list, 1)).toEqual(all.items);
    expect(await pages(list, 2)).toEqual(all.items);
  });

  test("stay where they are on the pages while another begins", async () => {
    for (const title of ["add a", "add b", "add c"]) await began(title);
    const first = await list("?limit=2");
    await began("add d");
    const next = await list(`?limit=2&cursor=${first.next_cursor}`);
    expect(next.items.map(({ title }) => title)).toEqual(["add a"]);
  });

  test("tell when they were spoken in last, and nothing of what runs", async () => {
    const id = await began("add a");
    api.clock.advance(60_000);
    await api.say("add b", { conversation_id: id }).expect(200);
    const { items } = (await api.as("get", "/conversations").expect(200)).body;
    expect(items).toEqual([
      {
        id,
        title: "add a",
        created_at: "2026-11-22T10:15:21.250Z",
        updated_at: "2026-11-22T10:16:21.250Z",
      },
    ]);
  });

  test("are theirs alone", async () => {
    const id = await began("add a");
    const token = await signDevToken(SECRET, { user: "bob" });
    const bobs = (path: string) =>
      request(api.app).get(`/api/bob${path}`).auth(token, { type: "bearer" });
    expect((await bobs("/conversations").expect(200)).body).toEqual({ items: [] });
    await bobs(`/conversations/${id}`).expect(404);
  });
});

describe("a conversation", () => {
  test("is read with its messages, the newest first, in whole and page by page", async () => {
    const id = await began("add a");
    await api.say("what's on my list?", { conversation_id: id }).expect(200);
    const all = await read(id);
    expect(all).toMatchObject({ id, title: "add a" });
    expect(all.items.map(({ role }) => role)).toEqual([
      "assistant",
      "person",
      "assistant",
      "person",
    ]);
    expect(all.items.toReversed()).toEqual(await api.messages(id));
    expect(await pages((query) => read(id, query), 1)).toEqual(all.items);
    expect(await pages((query) => read(id, query), 3)).toEqual(all.items);
  });

  test("that is none, or was erased, is not found", async () => {
    const id = await began("add a");
    await api.as("get", "/conversations/01900000-0000-7000-8000-00000000dead").expect(404);
    await api.as("get", "/conversations/none").expect(404);
    await api.as("get", `/conversations/${"x".repeat(2_000)}`).expect(404);
    await api.as("delete", "").expect(200);
    await api.as("get", `/conversations/${id}`).expect(404);
    expect(await list()).toEqual({ items: [] });
  });

  test("is read a page of 200 at most, from a cursor that was given", async () => {
    const id = await began("add a");
    for (const path of ["/conversations", `/conversations/${id}`]) {
      const refused = async (query: string) =>
        fieldsOf(await api.as("get", `${path}?${query}`).expect(400));
      expect(await refused("limit=201")).toEqual(["limit"]);
      expect(await refused("cursor=x")).toEqual(["cursor"]);
      expect(await refused("page=2")).toEqual(["page"]);
    }
  });
});
