import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let says: ReturnType<ChatApi["talk"]>;
beforeEach(async () => {
  api = await aChatApi();
  says = api.talk();
});

const tasks = async () => (await api.as("get", "/tasks").expect(200)).body.items;

test("a sentence makes a repeating task, and the answer says the rule in words and the next dates", async () => {
  expect(await says("every weekday at 8 remind me to stretch")).toBe(
    "I will remind you to stretch every weekday at 08:00 (Europe/Rome). Next: Monday 23 November 2026 at 08:00; Tuesday 24 November 2026 at 08:00; Wednesday 25 November 2026 at 08:00; Thursday 26 November 2026 at 08:00; Friday 27 November 2026 at 08:00.",
  );
  expect(await tasks()).toMatchObject([
    {
      title: "stretch",
      due: { local: "2026-11-23T08:00:00", at: "2026-11-23T07:00:00.000Z" },
      repeat: {
        rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        start: "2026-11-23T08:00:00",
        timezone: "Europe/Rome",
        from: "schedule",
      },
    },
  ]);
});

test("what is counted from its completion says only the date that is certain", async () => {
  const answer = await says("remind me to water the plants every! 3 days at 18:00");
  expect(answer).toContain("counted from when it is done (Europe/Rome). Next: ");
  expect(answer).not.toContain(";");
  expect((await tasks())[0].repeat.from).toBe("completion");
});

test("completing a repeating task says when it comes again; its last date is the end of it", async () => {
  await says("remind me to stretch every day at 20:00, 2 times");
  expect(await says("done with stretch")).toBe(
    "I marked “stretch” as done. It comes again on Monday 23 November 2026 at 20:00 (Europe/Rome).",
  );
  expect(await says("done with stretch")).toBe("I marked “stretch” as done.");
  expect(await says("done with stretch")).toBe("“stretch” is already done; nothing had to change.");
});

test("a time with two meanings is asked back, and its number is answer enough, for a series as well", async () => {
  expect(await says("remind me to stretch every day at 6")).toMatch(
    /^“every day at 6” can mean several things, so I have added nothing yet:\n1\. .*\n2\. .*\nWhich one\? Say its number\.$/,
  );
  expect(await tasks()).toEqual([]);
  expect(await says("2")).toMatch(/^I added “stretch” and will remind you every day at \d\d:00/);
  expect(await tasks()).toMatchObject([
    { repeat: { rule: expect.stringContaining("FREQ=DAILY") } },
  ]);
});

test("a number that answers an older question, or none of the meanings, does nothing", async () => {
  await says("remind me to stretch at 6");
  expect(await says("7")).toContain("I do not know which task you mean");
  await says("remind me to stretch at 6");
  await says("help");
  expect(await says("1")).toContain("I do not know which task you mean");
  expect(await tasks()).toEqual([]);
});

test("a day without a time is never midnight: who is to be reminded is asked for it", async () => {
  expect(await says("remind me to call mum tomorrow")).toBe(
    "At what time of day? I have added nothing. Say when, for example: “remind me to call mum on Monday 23 November 2026 at 9:00”.",
  );
  expect(await says("remind me to call mum on Monday 23 November 2026 at 9:00")).toBe(
    "I will remind you to call mum on Monday 23 November 2026 at 09:00 (Europe/Rome).",
  );
});

test("what is to ring before its time rings then, and not at the time itself", async () => {
  const answer = await says("remind me to leave tomorrow at 15:00, an hour before");
  expect(answer).toContain("I will remind you on Monday 23 November 2026 at 14:00.");
  expect(await tasks()).toMatchObject([{ title: "leave", reminders: [{ minutes: -60 }] }]);
});
