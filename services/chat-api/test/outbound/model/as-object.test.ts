import { afterEach, expect, test } from "@jest/globals";
import { createBudget } from "@todo-mesh/kit";
import { settableClock } from "@todo-mesh/ports/testing";
import { openAiModel } from "../../../src/outbound/model/openai-model.ts";
import { aChatApi } from "../../a-chat-api.ts";
import { NOW } from "../../a-task.ts";
import { words } from "../../assistant/model/a-model.ts";
import { aModelServer, type Answered } from "./a-model-server.ts";

let close = async (): Promise<void> => undefined;
afterEach(() => close());

const step = (name: string, given: object) => words(JSON.stringify({ name, arguments: given }));

/** Chat-api with a model behind a server that knows no tools. */
async function withoutTools(answers: readonly Answered[]) {
  const server = await aModelServer(answers);
  close = server.close;
  const { baseUrl } = server;
  const ask = openAiModel(
    { baseUrl, model: "m", withoutTools: true },
    { key: async () => "k", wait: async () => undefined },
  );
  const budget = createBudget({ perMinute: 60_000, burst: 600_000, clock: settableClock(NOW) });
  const use = { ask, profile: "json", historyWindow: 50, grammarFirst: true, budget } as const;
  const api = await aChatApi(undefined, undefined, use);
  return { ...api, asked: () => server.asked.map(({ body }) => JSON.parse(body)) };
}

test("without tools an object of the schema is a call, and its outcome comes back in words", async () => {
  const api = await withoutTools([
    step("show_list", { which: "open" }),
    step("say", { words: "Have a nice day." }),
  ]);
  await api.addTask({ title: "dentist" });
  const { response } = (await api.say("how might things be")).body;
  expect(response).toBe("1 task is open:\n1. dentist\nHave a nice day.");
  const [first, second] = api.asked();
  expect(first).not.toHaveProperty("tools");
  expect(first.response_format.json_schema.schema.anyOf).toHaveLength(6);
  expect(first.messages[0].content).toContain("say: Say something to the person");
  expect(second.messages.map(({ role }: { role: string }) => role)).toEqual([
    "system",
    "user",
    "assistant",
    "user",
  ]);
  expect(second.messages[2].content).toContain('{"name":"show_list","arguments":{"which":"open"}}');
});

test("without tools a lie is as little believed, and a deletion is asked", async () => {
  const api = await withoutTools([
    step("delete", { task: "dentist" }),
    step("say", { words: "I deleted it." }),
  ]);
  await api.addTask({ title: "dentist" });
  const { response, approval } = (await api.say("the dentist can go away, I think")).body;
  expect(response).not.toContain("deleted");
  expect(approval).toMatchObject({ acts: [{ effect: "move “dentist” to the trash" }] });
  expect(await api.titles()).toEqual(["dentist"]);
});
