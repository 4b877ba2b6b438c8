import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import {
  InboxPage,
  Notification,
  PageQuery,
  Task,
  TaskDraft,
  TaskPatch,
  UserId,
} from "../src/index.ts";
import { EVENTS } from "../src/documents/index.ts";
import { CloudEvent, NotificationCreated, TASK_EVENTS, TaskCreated } from "../src/events/index.ts";

const task: Task = {
  id: "01940000-0000-7000-8000-000000000001",
  user_id: "ada",
  title: "water the plants",
  status: "open",
  version: 1,
  change_id: "01940000-0000-7000-8000-000000000002",
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
    ["both, as an answer has it", { at: "2026-12-03T08:00:00Z", local: "2026-12-03T08:00" }, true],
    ["a time and a day", { local: "2026-12-03T08:00", date: "2026-12-03" }, false],
    ["a phrase", "tomorrow", false],
  ])("due as %s", (_name, due, valid) => {
    expect(TaskDraft.safeParse({ title: "milk", due }).success).toBe(valid);
  });
  test("a task repeats by a rule with its start, and is then not told when it is due", () => {
    const repeat = { rule: "FREQ=DAILY", start: "2026-12-03T08:00" };
    expect(TaskDraft.parse({ title: "milk", repeat }).repeat).toEqual({
      ...repeat,
      timezone: "UTC",
      from: "schedule",
    });
    const due = { at: "2026-12-03T08:00:00Z" };
    expect(TaskDraft.safeParse({ title: "milk", repeat, due }).success).toBe(false);
    expect(TaskPatch.safeParse({ repeat, due: null }).success).toBe(true);
    expect(TaskPatch.parse({ repeat: null, due })).toEqual({ repeat: null, due });
  });
  test.each([
    ["no start", { rule: "FREQ=DAILY" }],
    ["a start in fractions of a second", { rule: "FREQ=DAILY", start: "2026-12-03T08:00:00.5" }],
    ["a start that is an instant", { rule: "FREQ=DAILY", start: "2026-12-03T08:00:00Z" }],
    ["no rule", { start: "2026-12-03T08:00" }],
    ["a field nobody knows", { rule: "FREQ=DAILY", start: "2026-12-03T08:00", until: "2027" }],
  ])("a repeat with %s is refused", (_what, repeat) => {
    expect(TaskDraft.safeParse({ title: "milk", repeat }).success).toBe(false);
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
  test("a task may come with a series, and a consumer that knows none passes it over", () => {
    const repeat = {
      rule: "FREQ=DAILY",
      start: "2026-12-03T08:00:00",
      timezone: "Europe/Rome",
      from: "schedule",
    };
    const { task: heard } = TaskCreated.data.parse({ ...data, task: { ...task, repeat } });
    expect(heard.repeat).toEqual(repeat);
    const { repeat: _, ...old } = Task.shape;
    expect(z.object(old).parse({ ...task, repeat })).toEqual(task);
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
  ["x".repeat(255), true],
  ["x".repeat(256), false],
])("%j as a user", (id, valid) => {
  expect(UserId.safeParse(id).success).toBe(valid);
});

test("a notification of a kind that is not known yet is read as the others are", () => {
  const shown = EVENTS.find(({ contract }) => contract === NotificationCreated)?.example;
  const { notification } = NotificationCreated.data.parse(shown);
  const ofTomorrow = { ...notification, kind: "of tomorrow" };
  expect(Notification.parse(ofTomorrow)).toEqual(ofTomorrow);
  expect(InboxPage.parse({ items: [ofTomorrow] }).items).toEqual([ofTomorrow]);
});
