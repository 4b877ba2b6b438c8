import { beforeEach, expect, test } from "@jest/globals";
import { signDevToken } from "@todo-mesh/kit";
import request from "supertest";
import { aChatApi, type ChatApi, SECRET } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const stream = async (from: ChatApi, turnId: string, lastEventId?: string) => {
  const req = from.as("get", `/turns/${turnId}/events`).buffer(true);
  return lastEventId === undefined ? req : req.set("last-event-id", lastEventId);
};
const turn = async (): Promise<string> => (await api.say("add buy milk").expect(200)).body.turn_id;
const eventsIn = (text: string): string[] =>
  text
    .split("\n\n")
    .flatMap((block) => /^id: (.*)\nevent: (.*)$/m.exec(block)?.slice(1).join(" ") ?? []);
const heardIn = (text: string): unknown[] =>
  text.split("\n").map((line) => (line.startsWith("data: ") ? JSON.parse(line.slice(6)) : line));

test("whoever comes back has the rest of a turn, on any replica, event for event", async () => {
  const said = await api.say("add buy milk").set("accept", "text/event-stream").buffer(true);
  const [id = ""] = /[0-9a-f-]{36}/.exec(said.text) ?? [];
  const other = await aChatApi(api);
  const whole = await stream(other, id);
  expect(whole.headers["content-type"]).toContain("text/event-stream");
  expect(heardIn(whole.text)).toEqual(heardIn(said.text));
  const rest = await stream(other, id, `${id}.3`);
  expect(eventsIn(rest.text)).toEqual([`${id}.4 text.delta`, `${id}.5 turn.finished`]);
});

test("who has heard all of it is told not to ask again, and what is no id of it begins anew", async () => {
  const id = await turn();
  expect((await stream(api, id, `${id}.5`)).status).toBe(204);
  for (const wrong of ["", "5", `${id}.x`, `${id}.-1`, `${id.replace(/.$/, "x")}.4`])
    expect(eventsIn((await stream(api, id, wrong)).text)).toHaveLength(5);
});

test("a turn is nobody else's, and one that never was, or ended ten minutes ago, is not found", async () => {
  const id = await turn();
  const token = await signDevToken(SECRET, { user: "bob" });
  const bobs = (method: "get" | "post", path: string) =>
    request(api.app)[method](`/api/bob/turns/${id}/${path}`).auth(token, { type: "bearer" });
  expect((await bobs("get", "events")).status).toBe(404);
  expect((await bobs("post", "stop")).status).toBe(404);
  const never = "01900000-0000-7000-8000-00000000dead";
  for (const none of [never, "none"]) {
    await api.as("get", `/turns/${none}/events`).expect(404);
    await api.as("post", `/turns/${none}/stop`).expect(404);
  }
  await api.as("post", `/turns/${id}/stop`).expect(200);
  api.clock.advance(600_001);
  await api.as("get", `/turns/${id}/events`).expect(404);
  await api.as("post", `/turns/${id}/stop`).expect(404);
});

test("whoever stops a turn whose process died ends it", async () => {
  api.store.dieAt(3, "before");
  const { turn_id, conversation_id } = (await api.say("add buy milk")).body;
  const other = await aChatApi(api);
  api.clock.advance(10_001);
  await other.as("post", `/turns/${turn_id}/stop`).expect(200);
  expect((await other.messages(conversation_id)).at(-1)).toMatchObject({ interrupted: true });
});

test("erasing takes the log of a turn that runs along", async () => {
  api.store.dieAt(3, "before");
  await api.say("add buy milk");
  const other = await aChatApi(api);
  await other.as("delete", "/").expect(200);
  expect([...api.rows.rows().keys()].filter((key) => key.startsWith("turnlog"))).toEqual([]);
});
