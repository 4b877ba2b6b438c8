import { beforeEach, expect, test } from "@jest/globals";
import { z } from "zod";
import type { Responder } from "../../src/use-cases/assistant/responder.ts";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const takenBy = (responder: Responder) => createTurns({ ...api, responder });
const asked = { userId: ADA, request: { message: "milk!" } };

/** Adds a task and, once it knows its id, completes it. */
const OfTask = z.object({ task: z.object({ id: z.string() }) });
const twoCalls: Responder = async (_turn, actions) => {
  const added = await actions.call({ name: "add_task", arguments: { title: "milk" } });
  const { data } = OfTask.safeParse(added);
  if (!data) return { text: "Nobody knows." };
  const input = { task: "milk", task_id: data.task.id };
  const done = await actions.call({ name: "complete_task", arguments: input });
  return { text: `It is ${done.outcome}.` };
};

/** Does not wait for one before it begins the other. */
const both: Responder = async (_turn, { call }) => {
  const titles = ["milk", "bread"];
  await Promise.all(titles.map((title) => call({ name: "add_task", arguments: { title } })));
  return { text: "Both." };
};

const inPieces: Responder = async (_turn, _actions, emit) => {
  emit("One, ");
  emit("two, ");
  return { text: "three." };
};

const breaksOff: Responder = async (_turn, _actions, emit) => {
  emit("I am about");
  throw new Error("a bug of the responder");
};

test("a responder may make several calls, each with its outcome known before the next", async () => {
  const answer = await takenBy(twoCalls).take(asked, () => undefined);
  expect(answer).toMatchObject({
    response: "It is completed.",
    tool_calls: [
      { id: `${answer.turn_id}.1`, name: "add_task", result: { outcome: "added" } },
      { id: `${answer.turn_id}.2`, name: "complete_task", result: { outcome: "completed" } },
    ],
  });
  expect(await api.titles("?status=done")).toEqual(["milk"]);
});

// The message, each call and the answer are a transaction each.
test.each([2, 3, 4])("that is asked again after write %i was lost does each once", async (nth) => {
  const again = { ...asked, idempotency: { key: "k", fingerprint: "f" } };
  api.store.breakAt(nth, "after");
  await takenBy(twoCalls).take(again, () => undefined);
  const answer = await takenBy(twoCalls).take(again, () => undefined);
  expect(answer).toMatchObject({ response: "It is completed." });
  expect((await api.events()).map(({ type }) => type)).toEqual([
    "todo.task.created.v1",
    "todo.task.completed.v1",
  ]);
});

test("a responder that does not wait for its calls has them done one after the other", async () => {
  const order: string[] = [];
  await takenBy(both).take(asked, ({ event, data }) => {
    if ("name" in data) order.push(`${event} ${JSON.stringify(data.arguments["title"])}`);
  });
  expect(order).toEqual([
    'tool.started "milk"',
    'tool.finished "milk"',
    'tool.started "bread"',
    'tool.finished "bread"',
  ]);
});

test("a responder may show words early, and the answer has them once", async () => {
  const words: string[] = [];
  const { response } = await takenBy(inPieces).take(asked, ({ event, data }) => {
    if (event === "text.delta") words.push(data.text);
  });
  expect(words).toEqual(["One, ", "two, ", "three."]);
  expect(response).toBe("One, two, three.");
});

test("a responder that breaks off leaves exactly the words that were shown", async () => {
  const { conversation_id } = (await api.say("help")).body;
  const request = { ...asked.request, conversation_id };
  const taken = takenBy(breaksOff).take({ ...asked, request }, () => undefined);
  await expect(taken).rejects.toThrow("a bug of the responder");
  expect((await api.messages(conversation_id)).at(-1)).toMatchObject({
    text: "I am about",
    interrupted: true,
  });
});
