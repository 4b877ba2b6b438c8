import { beforeEach, expect, test } from "@jest/globals";
import request from "supertest";
import { openApiDocument } from "../../src/inbound/openapi/document.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { routesOf } from "../openapi/walk-routes.ts";
import { WITH_SHOUT } from "./shout-task.ts";

// One row, in a file of the tests, and every door has it.
let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi(undefined, WITH_SHOUT);
});

test("its route answers with the task as it is then, and heeds If-Match and the Idempotency-Key", async () => {
  const { id } = await api.addTask({ title: "buy milk" });
  const shout = () => api.as("post", `/tasks/${id}/shout`).set("idempotency-key", "k");
  await api.as("post", `/tasks/${id}/shout`).set("if-match", '"2"').expect(412);
  const first = await shout().expect(200);
  expect(first.body).toMatchObject({ title: "BUY MILK", version: 2 });
  expect(first.headers["etag"]).toBe('"2"');
  expect((await shout().expect(200)).text).toBe(first.text);
  await api.as("get", `/tasks/${id}/shout`).expect(405);
});

test("the document has its route, its operation of a batch and its verb, and no other route is missing there", async () => {
  const document = openApiDocument(WITH_SHOUT);
  const item = document.paths?.["/api/{user_id}/tasks/{id}/shout"];
  expect(item?.post).toMatchObject({
    operationId: "shoutTask",
    summary: "Shout a task",
    description: "Its title is in capitals then.",
  });
  expect(JSON.stringify(document.components?.schemas?.["Operation"])).toContain('"shout"');
  expect(document.components?.schemas?.["ChangeVerb"]).toMatchObject({
    description: expect.stringContaining("shouted"),
  });
  expect(routesOf(api.app)).toContain("POST /api/{user_id}/tasks/{id}/shout");
  const served = await request(api.app).get("/openapi.json").expect(200);
  expect(served.body.paths).toEqual(JSON.parse(JSON.stringify(document.paths)));
});

test("a batch takes its operation, and nobody else's batch does", async () => {
  const { id } = await api.addTask({ title: "buy milk" });
  const operations = [{ op: "shout", id }];
  const { body } = await api.as("post", "/tasks/batch").send({ operations }).expect(200);
  expect(body.results).toMatchObject([{ status: 200, task: { title: "BUY MILK" } }]);
  const plain = await aChatApi();
  const refused = await plain.as("post", "/tasks/batch").send({ operations }).expect(200);
  expect(refused.body.results).toMatchObject([{ status: 400 }]);
});

test("a sentence does it, and its own words answer; the help knows what to say", async () => {
  const says = api.talk();
  await api.addTask({ title: "buy milk" });
  await api.addTask({ title: "buy bread" });
  expect(await says("shout milk")).toBe("“BUY MILK” cannot be overheard.");
  expect(await says("shout milk")).toBe("“BUY MILK” is already open; nothing had to change.");
  expect(await says("shout buy")).toContain("Several tasks fit “buy”:");
  expect(await says("1")).toBe("“BUY BREAD” cannot be overheard.");
  expect(await says("help")).toContain("“shout buy milk”");
});

test("undo takes it back with its words, and the journal calls it by its verb", async () => {
  const says = api.talk();
  await says("add buy milk");
  await says("shout milk");
  const { items } = (await api.as("get", "/changes").expect(200)).body;
  expect(items[0]).toMatchObject({ verb: "shouted", by: "assistant", title: "BUY MILK" });
  expect(await says("undo that")).toBe("I took that back: “buy milk” is quiet again.");
  expect(await api.titles()).toEqual(["buy milk"]);
  expect((await api.events()).map(({ type }) => type)).toEqual([
    "todo.task.created.v1",
    "todo.task.updated.v1",
    "todo.task.updated.v1",
  ]);
});
