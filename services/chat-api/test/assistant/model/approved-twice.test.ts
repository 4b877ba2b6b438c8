import { expect, test } from "@jest/globals";
import { aChatWithModel, calls } from "./a-model.ts";

test("a yes that is sent twice under its key counts once, and has one answer", async () => {
  const api = await aChatWithModel([calls(["delete_task", { task: "dentist" }])]);
  await api.addTask({ title: "dentist" });
  const { conversation_id } = (await api.say("the dentist, hm, away with it")).body;
  const yes = () => api.say("yes", { conversation_id }).set("idempotency-key", "k").expect(200);
  const first = await yes();
  expect(first.body).toMatchObject({ decided: { status: "approved" } });
  expect((await yes()).text).toBe(first.text);
  expect(await api.titles()).toEqual([]);
  await api.close();
});
