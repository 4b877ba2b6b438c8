import { beforeAll, expect, test } from "@jest/globals";
import { TurnEvent } from "@todo-mesh/contracts";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { eventsIn, faultsOf, type Given } from "./as-documented.ts";

const NOBODY = "01900000-0000-7000-8000-00000000dead";
const due = { local: "2026-12-03T08:00", timezone: "Europe/Rome" };
const repeat = { rule: "FREQ=DAILY", start: "2026-12-01T08:00", timezone: "Europe/Rome" };
const everything = {
  title: "water the plants",
  notes: "the *big* ones first",
  priority: "high",
  tags: ["home", "Ada's"],
  reminders: [{ minutes: -10 }, { days: -1, time: "18:00" }, { at: "2026-12-02T12:00:00Z" }],
  nag: { every_minutes: 5 },
};

let api: ChatApi;
let task: { id: string };
let series: { id: string };
let conversation: string;
let turn: string;
beforeAll(async () => {
  api = await aChatApi();
  task = await api.addTask({ ...everything, due });
  series = await api.addTask({ ...everything, repeat });
  const said = (await api.say("add buy milk")).body;
  [conversation, turn] = [said.conversation_id, said.turn_id];
});

type Row = readonly [
  method: "get" | "post" | "patch" | "delete" | "put",
  path: string,
  status: number,
  send?: object | string | undefined,
  headers?: Record<string, string>,
];

const ROWS: readonly Row[] = [
  ["post", "/tasks", 201, { title: "some time", due: { date: "2026-12-03" } }],
  ["post", "/tasks", 201, { title: "float", due: { local: "2026-12-03T08:00", floating: true } }],
  ["post", "/tasks", 201, { title: "once" }, { "idempotency-key": "k1" }],
  ["post", "/tasks", 422, { title: "twice" }, { "idempotency-key": "k1" }],
  ["post", "/tasks", 400, { title: "", colour: "red" }],
  ["post", "/tasks", 413, { title: "x", notes: "n".repeat(1_100_000) }],
  ["post", "/tasks", 415, "title=x", { "content-type": "text/plain" }],
  ["get", "/tasks?limit=2&sort=-due&priority=high&tag=home", 200],
  ["get", "/tasks?cursor=nonsense", 400],
  ["get", "/tasks/{task}", 200],
  ["get", `/tasks/${NOBODY}`, 404],
  ["patch", "/tasks/{task}", 412, { title: "late" }, { "if-match": '"7"' }],
  ["patch", "/tasks/{task}", 400, {}],
  ["patch", "/tasks/{task}", 200, { notes: null, priority: "low" }],
  ["post", "/tasks/{series}/skip", 200],
  ["post", "/tasks/{series}/complete", 200],
  ["post", "/tasks/{series}/end-series", 200],
  ["post", "/tasks/{task}/skip", 409],
  ["post", "/tasks/{task}/complete", 200],
  ["post", "/tasks/{task}/reopen", 200],
  ["delete", "/tasks/{task}", 200],
  ["post", "/tasks/{task}/restore", 200],
  [
    "post",
    "/tasks/batch",
    200,
    {
      operations: [
        { op: "create", task: everything },
        { op: "complete", id: NOBODY },
      ],
    },
  ],
  ["get", "/turns/{turn}/events", 200],
  ["get", "/turns/{turn}/events", 204, undefined, { "last-event-id": "{turn}.5" }],
  ["get", `/turns/${NOBODY}/events`, 404],
  ["post", "/turns/{turn}/stop", 200],
  ["post", `/turns/${NOBODY}/stop`, 404],
  ["get", "/approvals", 200],
  ["get", "/approvals?conversation_id=none", 400],
  ["post", `/approvals/${NOBODY}`, 404, { decision: "approve" }],
  ["post", `/approvals/${NOBODY}`, 400, { decision: "perhaps" }],
  ["get", "/changes?limit=200", 200],
  ["post", "/undo", 200],
  ["post", "/undo", 404, { change_id: NOBODY }],
  ["post", "/chat", 200, { message: "what's on my list?" }],
  ["post", "/chat", 404, { message: "hi", conversation_id: NOBODY }],
  ["post", "/chat", 200, { message: "add tea" }, { accept: "text/event-stream" }],
  ["post", "/when", 200, { text: "call mum tomorrow at 8", timezone: "Europe/Rome" }],
  ["post", "/when", 200, { text: "every weekday at 8 stretch", timezone: "Europe/Rome" }],
  ["post", "/when", 200, { text: "lunch at 6", timezone: "Europe/Rome" }],
  ["post", "/when", 200, { text: "buy 2 tickets", timezone: "Europe/Rome" }],
  ["post", "/when", 400, { text: "x", timezone: "Mars/Olympus" }],
  ["post", "/when/occurrences", 200, repeat],
  ["get", "/conversations?limit=1", 200],
  ["get", "/conversations?limit=0", 400],
  ["get", "/conversations/{conversation}", 200],
  ["get", `/conversations/${NOBODY}`, 404],
  ["get", "/conversations?query=milk", 200],
  ["post", "/conversations/{conversation}/regenerate", 200, {}],
  ["post", "/conversations/{conversation}/regenerate", 200, {}, { accept: "text/event-stream" }],
  ["post", "/conversations/{conversation}/regenerate", 400, { message: "hi" }],
  ["post", `/conversations/${NOBODY}/regenerate`, 404, {}],
  ["patch", "/conversations/{conversation}", 200, { title: "groceries" }],
  ["patch", "/conversations/{conversation}", 400, { title: "" }],
  ["get", "/conversations/{conversation}/export", 200],
  ["get", "/conversations/{conversation}/export?format=markdown", 200],
  ["get", "/conversations/{conversation}/export?format=pdf", 400],
  ["delete", "/conversations/{conversation}", 200],
  ["delete", "/conversations/{conversation}", 404],
  ["get", "/inbox", 200],
  ["get", "/session", 200],
  ["get", "/reminders", 200],
  ["get", "/reminders?state=odd", 400],
  ["get", `/reminders/${NOBODY}`, 404],
  ["get", `/reminders/${NOBODY}/explanation`, 404],
  ["get", "/export", 200],
  ["post", "/import", 200, { format: "todoist", file: "TYPE,CONTENT\ntask,tea\ntask,\n" }],
  ["post", "/import", 400, { format: "todoist", file: "tea" }],
  ["delete", "", 200],
];

test.each(ROWS)("%s %s answers %i as the document says", async (...row) => {
  const [method, path, status, send, headers = {}] = row;
  const [address = ""] = path.split("?");
  const template = `/api/{user_id}${address.replace(/\/(\{\w+\}|01900000[^/]*)/, "/{id}")}`;
  const real = path
    .replace("{task}", task.id)
    .replace("{series}", series.id)
    .replace("{turn}", turn)
    .replace("{conversation}", conversation);
  const named = Object.entries(headers).map(([name, value]) => [
    name,
    value.replace("{turn}", turn),
  ]);
  const res = await api.as(method, real).set(Object.fromEntries(named)).send(send);
  expect([res.status, faultsOf(method, template, res)]).toEqual([status, []]);
});

test("an inbox that is away is told as the document says, and so is an export without it", async () => {
  api.invoker.setAway("notification-service");
  for (const path of ["/inbox", "/export"]) {
    const res = await api.as("get", path).expect(503);
    expect(faultsOf("get", `/api/{user_id}${path}`, res)).toEqual([]);
  }
  api.invoker.setAway("notification-service", false);
});

test("what is refused at the door is as the document says, too", async () => {
  const tasks = "/api/{user_id}/tasks";
  const { app, publicDeps, token } = api;
  expect(faultsOf("get", tasks, await request(app).get("/api/ada/tasks").expect(401))).toEqual([]);
  const strange = await request(app).get("/api/bob/tasks").auth(token, { type: "bearer" });
  expect([strange.status, faultsOf("get", tasks, strange)]).toEqual([404, []]);
  const slow = buildPublicApp({ ...publicDeps, rate: { perMinute: 60, burst: 0 } });
  const ask = () => request(slow).get("/api/ada/tasks").auth(token, { type: "bearer" });
  expect(faultsOf("get", tasks, await ask().expect(429))).toEqual([]);
});

test.each(["/healthz", "/readyz", "/openapi.json", "/docs", "/schemas"])(
  "%s answers anyone as the document says",
  async (path) => {
    const res = await request(api.app).get(path).expect(200);
    expect(faultsOf("get", path, res)).toEqual([]);
  },
);

test("each event of a turn has the data that the document says", async () => {
  const said = await api
    .as("post", "/chat")
    .set({ accept: "text/event-stream" })
    .send({ message: "add rice" });
  const events = eventsIn(said.text);
  expect(events.length).toBeGreaterThan(3);
  for (const { event, data = "" } of events)
    expect(TurnEvent.safeParse({ event, data: JSON.parse(data) }).error?.issues ?? []).toEqual([]);
});

test("an answer that is not as the document says is seen", async () => {
  const res = await api.as("get", "/tasks").expect(200);
  const { status, headers, body, text } = res;
  const wrong = (over: Partial<Given>) =>
    faultsOf("get", "/api/{user_id}/tasks", { status, headers, body, text, ...over });
  expect(wrong({ status: 201 })).toEqual(["201 is not documented"]);
  expect(wrong({ body: { items: [], secret: 1 } })).toEqual([
    "data must NOT have additional properties",
  ]);
  expect(wrong({ headers: { "content-type": "text/html" } })).toEqual([
    "text/html is not documented",
  ]);
});
