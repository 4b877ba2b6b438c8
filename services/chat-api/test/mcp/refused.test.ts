import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { signDevToken } from "@todo-mesh/kit";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { aChatApi, type ChatApi, SECRET } from "../a-chat-api.ts";
import { aClient, listening } from "./a-client.ts";

let api: ChatApi;
let door: Awaited<ReturnType<typeof listening>>;
let mcp: Awaited<ReturnType<typeof aClient>>;
beforeAll(async () => {
  api = await aChatApi();
  door = await listening(api.app);
  mcp = await aClient(`${door.url}/mcp?timezone=Europe/Rome`, api.token);
  for (const title of ["buy milk", "buy bread"]) await api.addTask({ title });
});
afterAll(() => door.close());

const ACCEPT = "application/json, text/event-stream";
const post = (body: unknown, headers: object = {}, path = "/mcp", app = api.app) =>
  request(app)
    .post(path)
    .set({
      host: "127.0.0.1:8080",
      authorization: `Bearer ${api.token}`,
      accept: ACCEPT,
      "content-type": "application/json",
      ...headers,
    })
    .send(typeof body === "string" ? body : JSON.stringify(body));
const rpc = (method: string, params: object = {}) => ({ jsonrpc: "2.0", id: 1, method, params });
const LIST = rpc("tools/list");

test.each([
  ["a field that is missing", "add_task", {}, "title: is required"],
  ["a field that nobody knows", "add_task", { title: "a", colour: "red" }, "colour: unknown field"],
  ["a field of another kind", "list_tasks", { which: "some" }, "which"],
  ["a time of two meanings", "add_task", { title: "lunch", when: "at 6", remind: true }, "06:00"],
  ["a time that is none", "snooze_task", { task: "milk", until: "soonish" }, "until 18:00"],
  ["words that several fit", "complete_task", { task: "buy" }, "Several tasks fit “buy”"],
  ["words that none fit", "complete_task", { task: "dentist" }, "dentist"],
  ["what cannot be done", "skip_task", { task: "milk" }, "repeat"],
])("%s is an error that says the way out, and changes nothing", async (_, name, given, says) => {
  const called = await mcp.call(name, given);
  expect(called).toMatchObject({ isError: true, said: expect.stringContaining(says) });
  expect((await api.titles()).toSorted()).toEqual(["buy bread", "buy milk"]);
});

test("where several tasks fit, the error has them, to be named by their ids", async () => {
  const { result } = await mcp.call("complete_task", { task: "buy" });
  expect(result).toMatchObject({
    outcome: "several",
    total: 2,
    tasks: [{ title: "buy milk" }, {}],
  });
});

test("a tool that there is none of is a fault of the protocol", async () => {
  await expect(mcp.client.callTool({ name: "drop_table", arguments: {} })).rejects.toMatchObject({
    code: -32_602,
    message: expect.stringContaining("drop_table"),
  });
});

test("while the store is away it is said that nobody knows what was done, and nothing of ours is told", async () => {
  api.store.breakAt(1, "before");
  expect(await mcp.call("add_task", { title: "lost" })).toMatchObject({
    isError: true,
    result: { outcome: "unknown" },
  });
  api.store.breakAt(1, "bug");
  const { text } = await mcp.call("add_task", { title: "lost" });
  expect(text).toContain("in our log");
  expect(text).not.toContain("a bug in the store");
});

test.each([
  ["nobody's token", { authorization: "Bearer none" }, 401],
  ["no token", { authorization: "" }, 401],
  ["a page of another address", { origin: "http://evil.example" }, 403],
  ["another port of this machine", { origin: "http://127.0.0.1:9999" }, 403],
  ["a name that was rebound to this machine", { host: "evil.example:8080" }, 403],
  ["another site, as its browser says", { "sec-fetch-site": "cross-site" }, 403],
  ["a body that is none of JSON", { "content-type": "text/plain" }, 415],
])("%s is turned away", async (_, headers, status) => {
  const res = await post(LIST, headers).expect(status);
  expect(res.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
});

test.each([
  [
    "the page of this very address",
    { origin: "http://127.0.0.1:8080", "sec-fetch-site": "same-origin" },
  ],
  ["whoever is no page", {}],
])("%s is let in", async (_, headers) => {
  expect((await post(LIST, headers)).status).toBe(200);
});

test.each([
  ["a version that there is none of", LIST, { "mcp-protocol-version": "1999-01-01" }, 400],
  ["a method that there is none of", rpc("tools/destroy"), {}, 200],
  ["what is no request", { hello: 1 }, {}, 400],
  ["no body at all", "", {}, 400],
  ["a body that breaks off", '{"jsonrpc":', {}, 400],
  ["one that takes no answer", LIST, { accept: "text/html" }, 406],
  [
    "half a megabyte",
    rpc("tools/call", { name: "add_task", arguments: { title: "x".repeat(524_288) } }),
    {},
    413,
  ],
])("%s is refused in words", async (_, body, headers, status) => {
  const { text } = await post(body, headers).expect(status);
  expect(text).toMatch(/"(?:error|detail)":/);
});

test("nobody may subscribe, for there is nothing to hear", async () => {
  const meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const listen = rpc("subscriptions/listen", {
    notifications: { toolsListChanged: true },
    _meta: meta,
  });
  const headers = { "mcp-protocol-version": "2026-07-28", "mcp-method": "subscriptions/listen" };
  expect((await post(listen, headers)).text).toContain("-32603");
});

test("it is asked by POST alone, and the address says no more than where its client speaks from", async () => {
  const res = await request(api.app).get("/mcp").expect(405);
  expect(res.headers["allow"]).toBe("POST");
  await post(LIST, {}, "/mcp?timezone=Mars/Olympus").expect(400);
  await post(LIST, {}, "/mcp?zone=Europe/Rome").expect(400);
});

test("whose token it is, theirs is the list", async () => {
  const bob = await signDevToken(SECRET, { user: "bob" });
  const his = await aClient(`${door.url}/mcp`, bob);
  expect(await his.call("list_tasks", { which: "open" })).toMatchObject({ result: { total: 0 } });
  expect(await his.call("complete_task", { task: "milk" })).toMatchObject({ isError: true });
});

test("its calls are paid for like messages, and many of them like many", async () => {
  const app = buildPublicApp({ ...api.publicDeps, rate: { perMinute: 60, burst: 100 } });
  const call = { name: "list_tasks", arguments: { which: "open" } };
  await post(rpc("tools/call", call), {}, "/mcp", app).expect(200);
  const calls = Array.from({ length: 25 }, () => call);
  await post(rpc("tools/call", { name: "do_many", arguments: { calls } }), {}, "/mcp", app).expect(
    200,
  );
  const res = await post(LIST, {}, "/mcp", app).expect(429);
  expect(Number(res.headers["retry-after"])).toBeGreaterThan(60);
});

test("its keys count among the answers that are kept of a day", async () => {
  const app = buildPublicApp({
    ...api.publicDeps,
    keptAnswers: { perDay: 1, bytesPerDay: 10_000 },
  });
  const add = (title: string, meta: object) =>
    post(
      rpc("tools/call", { name: "add_task", arguments: { title }, _meta: meta }),
      {},
      "/mcp",
      app,
    );
  const statuses = [
    (await add("a", { idempotency_key: "a1" })).status,
    (await add("b", { idempotency_key: "b1" })).status,
    (await add("c", {})).status,
  ];
  expect(statuses).toEqual([200, 429, 200]);
});
