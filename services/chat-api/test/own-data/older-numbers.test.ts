import { beforeEach, expect, test } from "@jest/globals";
import { idOfOlder } from "@todo-mesh/contracts";
import request from "supertest";
import { z } from "zod";
import { bringConversation } from "../../src/use-cases/own-data/bring-conversation.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { anOlder } from "./an-older-conversation.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
  await bringConversation(api)(anOlder(3));
});

const ID = idOfOlder("conversation", 17);

// Those that stand apart, as headers do, have no name here.
const Parameter = z.object({ name: z.string().default("") });
const Operation = z.object({
  parameters: z.array(Parameter).default([]),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) })) })
    .partial()
    .optional()
    .catch(undefined),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
});

const FIELD = "conversation_id";

/** All that names a conversation in a request, as the document has it. */
async function named(): Promise<string[]> {
  const { body } = await request(api.app).get("/openapi.json").expect(200);
  const { paths, components } = Document.parse(body);
  const hasField = (ref = ""): boolean =>
    Object.hasOwn(Object(components.schemas[ref.split("/").at(-1) ?? ""]?.["properties"]), FIELD);
  const each = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters, requestBody }]) => [
      [`${method} ${path}`, path.includes("/conversations/{")] as const,
      [`${method} ${path} query`, parameters.some(({ name }) => name === FIELD)] as const,
      [
        `${method} ${path} body`,
        hasField(requestBody?.content?.["application/json"]?.schema.$ref),
      ] as const,
    ]),
  );
  const found = each.filter(([, isNamed]) => isNamed);
  return found.map(([what]) => what.replace("/api/{user_id}", "")).toSorted();
}

type Ask = (conversation: string | number) => ReturnType<ChatApi["as"]>;

const ASKED: Readonly<Record<string, Ask>> = {
  "delete /conversations/{id}": (one) => api.as("delete", `/conversations/${one}`),
  "get /approvals query": (one) => api.as("get", `/approvals?conversation_id=${one}`),
  "get /conversations/{id}": (one) => api.as("get", `/conversations/${one}`),
  "get /conversations/{id}/export": (one) => api.as("get", `/conversations/${one}/export`),
  "patch /conversations/{id}": (one) =>
    api.as("patch", `/conversations/${one}`).send({ title: "milk" }),
  "post /conversations/{id}/regenerate": (one) =>
    api.as("post", `/conversations/${one}/regenerate`).send({}),
  "post /chat body": (one) =>
    api.as("post", "/chat").send({ message: "help", conversation_id: one }),
};

test("each of them is asked below", async () => {
  expect(await named()).toEqual(Object.keys(ASKED).toSorted());
});

const EACH = Object.entries(ASKED).flatMap(([what, ask]) =>
  [ID, 17, "17"].map((name) => ({ what, ask, name })),
);

test.each(EACH)("$what takes $name", async ({ ask, name }) => {
  expect((await ask(name)).status).toBe(200);
});

test("what waits for a yes in a conversation is found by its number", async () => {
  const { body } = await api.as("get", "/approvals?conversation_id=17").expect(200);
  expect(body.items).toEqual([]);
  await api.as("get", "/approvals?conversation_id=0").expect(400);
});
