import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let task: Task;
beforeEach(async () => {
  api = await aChatApi();
  task = await api.addTask({ title: "stretch" });
});
const read = async (): Promise<Task> => (await api.as("get", `/tasks/${task.id}`)).body;
const does = (what: string, body: object = {}) =>
  api.as("post", `/tasks/${task.id}/${what}`).send(body);
const mute = () => does("mute", { until: { minutes: 20 } }).expect(200);

describe("a mute", () => {
  test("is taken back by the API, in a batch and in the chat, and undo brings it back", async () => {
    const { muted } = (await mute()).body;
    expect((await does("unmute").expect(200)).body).not.toHaveProperty("muted");
    await api.as("post", "/undo").send({});
    expect((await read()).muted).toEqual(muted);
    const operations = [{ op: "unmute", id: task.id }];
    await api.as("post", "/tasks/batch").send({ operations }).expect(200);
    expect(await read()).not.toHaveProperty("muted");
    await mute();
    const { body } = await api.say("unmute stretch");
    expect(body.response).toBe("“stretch” is no longer silent.");
    expect(await read()).not.toHaveProperty("muted");
  });

  test("that is not there cannot be taken back: the chat says so, and the API changes nothing", async () => {
    const { body } = await api.say("unmute stretch");
    expect(body.response).toBe("I could not do that: It is not muted.");
    expect((await does("unmute").expect(200)).body.version).toBe(task.version);
  });

  test("of one of several is taken back by “unmute” where only one of them is muted", async () => {
    await api.addTask({ title: "stretch arms" });
    await mute();
    expect((await api.say("unmute stretch")).body.response).toBe("“stretch” is no longer silent.");
  });
});
