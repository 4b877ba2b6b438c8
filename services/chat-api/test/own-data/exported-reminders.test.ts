import { beforeEach, expect, test } from "@jest/globals";
import { Export } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const PATH = "own-data/ada/reminders";
const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const reminder = (n: number) => ({
  id: idOf(n),
  task_id: idOf(n),
  title: `r${n}`,
  slot: "due",
  state: "planned",
  due_at: "2026-11-23T10:00:00.000Z",
  rang: [],
  history: [{ state: "planned", at: "2026-11-22T10:00:00.000Z", cause: "wanted" }],
});

/** The reminders of reminder-service, two tasks at a time. */
const inPages = (length: number) => (call: { path: string }) => {
  const cursor = new URLSearchParams(call.path.split("?")[1]).get("cursor");
  const from = cursor === null ? 0 : Number(cursor.slice(-12)) + 1;
  const numbers = Array.from({ length: Math.min(2, length - from) }, (_, at) => from + at);
  const last = from + 1;
  return { items: numbers.map(reminder), ...(last < length - 1 && { next_cursor: idOf(last) }) };
};

test("an export has every reminder with what became of it", async () => {
  api.invoker.on("reminder-service", PATH, inPages(5));
  const { reminders } = Export.parse((await api.as("get", "/export").expect(200)).body);
  expect(reminders).toEqual([0, 1, 2, 3, 4].map(reminder));
});

test("while the reminders are away there is no export, and none is begun", async () => {
  await api.addTask({ title: "x" });
  api.invoker.on("reminder-service", PATH, () => {
    throw new Error("away");
  });
  const { headers, body } = await api.as("get", "/export").expect(503);
  expect(headers["content-type"]).toMatch("application/problem+json");
  expect(body).not.toHaveProperty("tasks");
});
