import { beforeEach, expect, test } from "@jest/globals";
import { ReminderDetails } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

const ID = "7c1d2e3f-4a5b-5c6d-9e7f-0a1b2c3d4e5f";
const reminder = {
  id: ID,
  task_id: ID.replace("7", "8"),
  title: "call mum",
  state: "planned",
  due_at: "2026-12-03T08:00:00.000Z",
};
const reminderDetails = ReminderDetails.parse({ ...reminder, rang: [], history: [] });

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("the reminders are read from reminder-service, as they were asked for", async () => {
  const page = { items: [reminder], next_cursor: "7" };
  api.invoker.on("reminder-service", "reminders/ada", () => page);
  await api
    .as("get", "/reminders?state=past&day=2026-12-03&timezone=europe/rome")
    .expect(200, page);
  const [asked] = api.invoker.calls;
  const query = new URLSearchParams(asked?.path.split("?")[1]);
  expect(Object.fromEntries(query)).toEqual({
    limit: "50",
    state: "past",
    day: "2026-12-03",
    timezone: "Europe/Rome",
  });
});

test.each([
  "limit=900",
  "state=odd",
  "day=2026-02-30",
  "timezone=Mars",
  "task_id=x",
  "user_id=bob",
])("what cannot be asked for is refused: %s", async (query) => {
  await api.as("get", `/reminders?${query}`).expect(400);
  expect(api.invoker.calls).toEqual([]);
});

test("one reminder is read with its history; what is not there, or another's, is a 404", async () => {
  api.invoker.on("reminder-service", `reminders/ada/${reminder.id}`, () => reminderDetails);
  await api.as("get", `/reminders/${ID}`).expect(200, reminderDetails);
  for (const other of [reminder.task_id, "no-id"])
    expect((await api.as("get", `/reminders/${other}`)).status).toBe(404);
});

test("while reminder-service is away its reminders are not available", async () => {
  api.invoker.setAway("reminder-service");
  expect((await api.as("get", "/reminders")).status).toBe(503);
});
