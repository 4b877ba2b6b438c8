import { beforeEach, expect, test } from "@jest/globals";
import { Export } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const notification = (n: number) => ({
  id: `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`,
  kind: "reminder",
  title: `n${n}`,
  body: "It is time",
  task_id: "01900000-0000-7000-8000-00000000cafe",
  due_at: "2026-11-22T10:00:00.000Z",
  late: false,
  created_at: "2026-11-22T10:00:00.000Z",
});

/** The inbox of notification-service: the newest first, a page at a time. */
const anInbox = (length: number) => (call: { path: string }) => {
  const query = new URLSearchParams(call.path.split("?")[1]);
  const to = Number(query.get("cursor") ?? length);
  const from = Math.max(0, to - Number(query.get("limit")));
  const numbers = Array.from({ length: to - from }, (_, at) => to - 1 - at);
  return { items: numbers.map(notification), ...(from > 0 && { next_cursor: String(from) }) };
};

test("an export has the whole inbox, the oldest first", async () => {
  api.invoker.on("notification-service", "inbox/ada", anInbox(500));
  const { inbox } = Export.parse((await api.as("get", "/export").expect(200)).body);
  expect(inbox.map(({ title }) => title)).toEqual(Array.from({ length: 500 }, (_, n) => `n${n}`));
});

test("without its inbox there is no export, and none is begun", async () => {
  await api.addTask({ title: "x" });
  api.invoker.on("notification-service", "inbox/ada", (call) => {
    if (call.path.includes("cursor")) throw new Error("away half-way");
    return anInbox(500)(call);
  });
  const { headers, body } = await api.as("get", "/export").expect(503);
  expect(headers["content-type"]).toMatch("application/problem+json");
  expect(body).not.toHaveProperty("tasks");
});
