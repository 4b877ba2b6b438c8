import { beforeEach, expect, test } from "@jest/globals";
import { createCommit } from "@todo-mesh/state";
import { z } from "zod";
import { defineAction } from "../../src/domain/actions/action.ts";
import { ACTIONS } from "../../src/domain/actions/all.ts";
import { createCatalogue } from "../../src/domain/actions/catalogue.ts";
import { changeTasks } from "../../src/use-cases/tasks/change-tasks.ts";
import { runCall } from "../../src/use-cases/assistant/run-call.ts";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";
import { aTurn } from "./a-turn.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

/** Answers when the test says so. */
const slowly = () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: end, resolve: answer } = Promise.withResolvers<void>();
  const keys: string[] = [];
  const action = defineAction({
    name: "ring_bell",
    title: "Ring the bell",
    risk: "change",
    effect: "remote",
    input: z.strictObject({}),
    outcome: z.object({ outcome: z.literal("rung") }),
    does: () => ({
      kind: "remote",
      ask: async ({ key }) => {
        keys.push(key);
        begin();
        await end;
        return { outcome: "rung" };
      },
    }),
    words: {
      en: { sentences: [/^ring the bell$/i], say: () => "The bell has rung." },
      de: { sentences: [/^läute die glocke$/i], say: () => "Die Glocke hat geläutet." },
    },
  });
  return { actions: createCatalogue([...ACTIONS, action]), keys, begun, answer };
};

test("an action that asks another service keeps nobody's writes waiting, though there is one lane for all", async () => {
  const { actions, begun, answer } = slowly();
  const commit = createCommit(api.store, { atOnce: 1 });
  const turns = createTurns({ ...api, actions, commit });
  const request = { message: "ring the bell" };
  const ada = turns.take({ userId: ADA, request }, () => undefined);
  await begun;
  const change = changeTasks({ ...api, commit });
  const bobs = await change({ userId: "bob" }, { op: "create", task: { title: "milk" } });
  expect(bobs).toMatchObject({ title: "milk" });
  answer();
  expect(await ada).toMatchObject({ response: "The bell has rung." });
});

test("what another service is asked has one name, and is not asked again once it has its answer", async () => {
  const { actions, keys, answer } = slowly();
  answer();
  const call = { id: "1", name: "ring_bell", arguments: {} };
  const ring = () => runCall({ ...api, actions }, aTurn(), call);
  expect([await ring(), await ring()]).toEqual([{ outcome: "rung" }, { outcome: "rung" }]);
  expect(keys).toEqual(["1"]);
});

test("an action that asks another service is no operation of a batch, and has no route that would commit it", () => {
  const { actions } = slowly();
  expect(actions.ofTask.map(({ name }) => name)).not.toContain("ring_bell");
  expect(actions.operation.safeParse({ op: "ring_bell", id: "1" }).success).toBe(false);
});
