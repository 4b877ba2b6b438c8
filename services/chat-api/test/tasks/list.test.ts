import { beforeEach, expect, test } from "@jest/globals";
import { signDevToken } from "@todo-mesh/kit";

import request from "supertest";
import { aChatApi, fieldsOf, type ChatApi, SECRET } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("the list pages by cursor and stays right while it changes", async () => {
  const made = [];
  for (let n = 0; n < 7; n += 1) made.push(await api.addTask({ title: `task ${n}` }));
  const first = await api.as("get", "/tasks?limit=3").expect(200);
  await api.as("delete", `/tasks/${made[1].id}`).expect(200);
  await api.as("patch", `/tasks/${made[5].id}`).send({ title: "changed" }).expect(200);
  await api.addTask({ title: "task 7" });
  const second = await api.as("get", `/tasks?limit=3&cursor=${first.body.next_cursor}`);
  const third = await api.as("get", `/tasks?limit=3&cursor=${second.body.next_cursor}`);
  const titles = [first, second, third].flatMap(({ body }) =>
    body.items.map(({ title }: { title: string }) => title),
  );
  expect(titles).toEqual([
    "task 0",
    "task 1",
    "task 2",
    "task 3",
    "task 4",
    "changed",
    "task 6",
    "task 7",
  ]);
  expect(third.body).not.toHaveProperty("next_cursor");
});

test("the list filters by status, due time and words", async () => {
  const milk = await api.addTask({ title: "Buy milk", due: { at: "2026-12-01T10:00:00Z" } });
  await api.addTask({ title: "Café with Zoë", notes: "bring the milk jug" });
  await api.addTask({ title: "Pay rent", due: { at: "2026-12-05T10:00:00Z" } });
  await api.as("post", `/tasks/${milk.id}/complete`);
  const titles = async (query: string) =>
    (await api.as("get", `/tasks?${query}`).expect(200)).body.items.map(
      ({ title }: { title: string }) => title,
    );
  expect(await titles("status=done")).toEqual(["Buy milk"]);
  expect(await titles("status=open")).toEqual(["Café with Zoë", "Pay rent"]);
  expect(await titles("due_before=2026-12-05T10:00:00Z")).toEqual(["Buy milk"]);
  expect(await titles("due_after=2026-12-05T11:00:00%2B01:00")).toEqual(["Pay rent"]);
  expect(await titles("due_after=2026-12-01T10:00:00Z&status=open")).toEqual(["Pay rent"]);
  expect(await titles("query=mil")).toEqual(["Buy milk", "Café with Zoë"]);
  expect(await titles("query=cafe+zoe")).toEqual(["Café with Zoë"]);
  expect(await titles("query=ilk")).toEqual([]);
  expect(await titles("query=%F0%9F%98%80")).toEqual([]);
});

test.each([
  ["limit=0", "limit"],
  ["limit=201", "limit"],
  ["limit=ten", "limit"],
  ["limit=", "limit"],
  ["status=gone", "status"],
  ["status=open&status=done", "status"],
  ["due_before=tomorrow", "due_before"],
  ["query=", "query"],
  ["cursor=nonsense", "cursor"],
  ["sort=size", "sort"],
])("%s is refused, and the field is named", async (query, field) => {
  const res = await api.as("get", `/tasks?${query}`).expect(400);
  expect(fieldsOf(res)).toContain(field);
});

test("another person's list is another list", async () => {
  await api.addTask({ title: "mine" });
  const user = "bob/@home%";
  const bob = await signDevToken(SECRET, { user });
  const path = `/api/${encodeURIComponent(user)}/tasks`;
  const res = await request(api.app).get(path).auth(bob, { type: "bearer" }).expect(200);
  expect(res.body).toEqual({ items: [] });
});
