import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let says: ReturnType<ChatApi["talk"]>;
beforeEach(async () => {
  api = await aChatApi();
  says = api.talk();
});

const tasks = async () => (await api.as("get", "/tasks").expect(200)).body.items;

test("a day without a time of day stays a day", async () => {
  expect(await says("add call mum tomorrow")).toBe(
    "I added “call mum”, due on Monday 23 November 2026.",
  );
  expect(await tasks()).toMatchObject([{ title: "call mum", due: { date: "2026-11-23" } }]);
  expect(await says("what is due tomorrow")).toBe(
    "1 task is due tomorrow:\n1. call mum (Monday 23 November 2026)",
  );
});

test("a series of days is told by its days", async () => {
  expect(await says("add water the plants every Friday")).toBe(
    "I added “water the plants”, due every Friday (Europe/Rome). Next: Friday 27 November 2026; Friday 4 December 2026; Friday 11 December 2026; Friday 18 December 2026; Friday 25 December 2026.",
  );
  expect(await says("done with plants")).toBe(
    "I marked “water the plants” as done. It comes again on Friday 4 December 2026.",
  );
});

test("a reminder before the time is kept and said, and nothing rings at the time itself", async () => {
  expect(await says("add dentist tomorrow at 15:00, remind me an hour before")).toBe(
    "I added “dentist”, due on Monday 23 November 2026 at 15:00 (Europe/Rome). I will remind you on Monday 23 November 2026 at 14:00.",
  );
  expect(await tasks()).toMatchObject([{ reminders: [{ minutes: -60 }] }]);
});

test("a preference settles what would be asked", async () => {
  const message = "remind me to call mum at 6";
  expect(await says(message)).toContain("Which one?");
  const { body } = await api.say(message, { preferences: { hour_cycle: 24 } }).expect(200);
  expect(body.response).toContain("on Monday 23 November 2026 at 06:00");
  await api.say(message, { preferences: { hour_cycle: 13 } }).expect(400);
});

test("who asks to be reminded on a day is asked for the time, also when the day had two meanings", async () => {
  expect(await says("remind me to call mum tomorrow")).toContain("At what time of day?");
  api.clock.set("2026-11-24T09:00:00Z");
  expect(await says("remind me to call mum next Friday")).toContain("Which one? Say its number.");
  expect(await says("1")).toContain("At what time of day?");
  expect(await tasks()).toEqual([]);
});
