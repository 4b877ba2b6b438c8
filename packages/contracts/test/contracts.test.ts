import { describe, expect, test } from "@jest/globals";
import {
  CloudEvent,
  PageQuery,
  TASK_EVENTS,
  type Task,
  TaskCreated,
  TaskDraft,
  TaskPatch,
  UserId,
} from "../src/index.ts";

const task: Task = {
  id: "01940000-0000-7000-8000-000000000001",
  user_id: "ada",
  title: "water the plants",
  status: "open",
  version: 1,
  created_at: "2026-11-22T09:00:00.000Z",
  updated_at: "2026-11-22T09:00:00.000Z",
};

describe("requests are strict", () => {
  test("an unknown field is refused", () => {
    expect(TaskDraft.safeParse({ title: "milk", colour: "white" }).success).toBe(false);
  });
  test("a title is trimmed, and 1 to 200 characters long", () => {
    expect(TaskDraft.parse({ title: "  milk " }).title).toBe("milk");
    expect(TaskDraft.safeParse({ title: "   " }).success).toBe(false);
    expect(TaskDraft.safeParse({ title: "x".repeat(201) }).success).toBe(false);
  });
  test("a patch names at least one field, and null removes", () => {
    expect(TaskPatch.safeParse({}).success).toBe(false);
    expect(TaskPatch.parse({ due: null })).toEqual({ due: null });
  });
  test.each([
    ["an instant", { at: "2026-12-03T08:00:00Z" }, true],
    ["an instant with an offset", { at: "2026-12-03T08:00:00+01:00" }, true],
    [
      "a wall-clock time with its zone",
      { local: "2026-12-03T08:00", timezone: "Europe/Rome" },
      true,
    ],
    ["a zone nobody knows", { local: "2026-12-03T08:00", timezone: "Mars/Olympus" }, false],
    ["both at once", { at: "2026-12-03T08:00:00Z", local: "2026-12-03T08:00" }, false],
    ["a phrase", "tomorrow", false],
  ])("due as %s", (_name, due, valid) => {
    expect(TaskDraft.safeParse({ title: "milk", due }).success).toBe(valid);
  });
  test("a page has 50 items unless told otherwise, and never more than 200", () => {
    expect(PageQuery.parse({})).toEqual({ limit: 50 });
    expect(PageQuery.safeParse({ limit: "201" }).success).toBe(false);
  });
});

describe("events are tolerant", () => {
  const data = { user_id: "ada", task, change: { id: task.id, by: "person" } };
  test("a field of tomorrow's version passes", () => {
    expect(TaskCreated.data.safeParse({ ...data, mood: "good" }).success).toBe(true);
  });
  test("what a consumer needs must be there", () => {
    expect(TaskCreated.data.safeParse({ ...data, task: { ...task, version: 0 } }).success).toBe(
      false,
    );
  });
  test("an envelope of another specification version is no CloudEvent of ours", () => {
    const envelope = { id: "1", source: "chat-api", type: "t", data };
    expect(CloudEvent.safeParse({ ...envelope, specversion: "1.0" }).success).toBe(true);
    expect(CloudEvent.safeParse({ ...envelope, specversion: "0.3" }).success).toBe(false);
  });
  test("all six verbs travel on one topic, so that a task's events keep their order", () => {
    expect(new Set(TASK_EVENTS.map(({ topic }) => topic)).size).toBe(1);
    expect(new Set(TASK_EVENTS.map(({ type }) => type)).size).toBe(6);
  });
});

test.each([
  ["auth0|5f7c8ec7c33c6c004bbafe82", true],
  ["ada@example.org", true],
  ["", false],
  ["a b", false],
  ["a\n", false],
  ["x".repeat(129), false],
])("%j as a user", (id, valid) => {
  expect(UserId.safeParse(id).success).toBe(valid);
});
