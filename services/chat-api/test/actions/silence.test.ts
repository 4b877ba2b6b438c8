import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { NOW } from "../a-task.ts";

let api: ChatApi;
let task: Task;
beforeEach(async () => {
  api = await aChatApi();
  task = await api.addTask({ title: "stretch", due: { at: inMinutes(5) } });
});
const inMinutes = (minutes: number): string =>
  new Date(NOW.getTime() + minutes * 60_000).toISOString();
// Phrases are told to the second, and none is early.
const inFullSeconds = (minutes: number): string =>
  new Date(Math.ceil(Date.parse(inMinutes(minutes)) / 1_000) * 1_000).toISOString();
const read = async (): Promise<Task> => (await api.as("get", `/tasks/${task.id}`)).body;
const does = (what: string, body?: object) => {
  const asked = api.as("post", `/tasks/${task.id}/${what}`);
  return body ? asked.send(body) : asked;
};
const snooze = (minutes: number) => does("snooze", { until: { minutes } });

test("a moment that is over is refused in words, without the name of a field", async () => {
  const { body } = await api.say("snooze stretch until 1 December 2020 at 9:00");
  expect(body.response).toBe("I could not do that: that moment is over, give one that is to come.");
  const refused = await does("snooze", { until: { at: inMinutes(-1) } }).expect(400);
  expect(refused.body.errors).toEqual([
    { field: "until", message: "that moment is over, give one that is to come" },
  ]);
});

describe("a snooze", () => {
  test("leaves the due time alone, and the next takes the place of the last", async () => {
    await snooze(10);
    const { body } = await snooze(60);
    expect(body.snoozed).toEqual({
      until: inMinutes(60),
      timezone: "UTC",
      since: NOW.toISOString(),
    });
    expect((await read()).due).toEqual(task.due);
  });

  test.each([
    [
      "a new due time",
      () => api.as("patch", `/tasks/${task.id}`).send({ due: { at: inMinutes(90) } }),
    ],
    ["done", () => does("complete")],
    ["the trash", () => api.as("delete", `/tasks/${task.id}`)],
    ["to dismiss it", () => does("dismiss")],
  ])("ends with %s, and undo brings it back", async (_what, act) => {
    const { snoozed } = (await snooze(10)).body;
    expect((await act()).body.snoozed).toBeUndefined();
    await api.as("post", "/undo").send({});
    expect((await read()).snoozed).toEqual(snoozed);
  });

  test("stays with any other change", async () => {
    const { snoozed } = (await snooze(10)).body;
    await api.as("patch", `/tasks/${task.id}`).send({ title: "stretch well" });
    expect((await read()).snoozed).toEqual(snoozed);
  });

  test.each([
    [{ at: "2026-12-01T09:00:00Z" }, "2026-12-01T09:00:00.000Z"],
    [{ local: "2026-12-01T09:00", timezone: "Europe/Rome" }, "2026-12-01T08:00:00.000Z"],
    [
      { text: "until 1 December 2026 at 9:00", timezone: "Europe/Rome" },
      "2026-12-01T08:00:00.000Z",
    ],
    [{ text: "1 December 2026", timezone: "Europe/Rome" }, "2026-12-01T08:00:00.000Z"],
    [{ text: "for 20 minutes" }, inFullSeconds(20)],
  ])("may be until %j", async (until, expected) => {
    expect((await does("snooze", { until })).body.snoozed).toMatchObject({ until: expected });
  });

  test("until a day, or a time without a zone, goes by what its person has chosen, alone and in a batch", async () => {
    const chosen = { timezone: "Asia/Tokyo", day_reminder: "07:15", day_first: true };
    await api.as("patch", "/preferences").send(chosen).expect(200);
    const day = { text: "1 December 2026" };
    expect((await does("snooze", { until: day })).body.snoozed).toEqual({
      until: "2026-11-30T22:15:00.000Z",
      timezone: "Asia/Tokyo",
      since: NOW.toISOString(),
    });
    const there = { ...day, timezone: "Europe/Rome" };
    expect((await does("mute", { until: there })).body.muted.until).toBe(
      "2026-12-01T06:15:00.000Z",
    );
    const operations = [{ op: "mute", id: task.id, until: { text: "3/12/2026 at 9:00" } }];
    await api.as("post", "/tasks/batch").send({ operations }).expect(200);
    expect((await read()).muted?.until).toBe("2026-12-03T00:00:00.000Z");
  });

  test.each([
    [{ until: { minutes: 0 } }, 400],
    [{ until: { text: "whenever" } }, 400],
    [{ until: { at: inMinutes(-1) } }, 400],
    [{ until: { at: "2030-12-01T09:00:00Z" } }, 400],
    [{}, 400],
  ])("until %j is refused with %i", async (body, status) => {
    expect((await does("snooze", body)).status).toBe(status);
  });
});

test("several are snoozed, muted and dismissed in one batch", async () => {
  const { id } = task;
  const operations = [
    { op: "snooze", id, until: { minutes: 10 } },
    { op: "mute", id, until: { minutes: 20 } },
    { op: "dismiss", id },
    { op: "snooze", id },
  ];
  const { body } = await api.as("post", "/tasks/batch").send({ operations });
  expect(body.results.map(({ status }: { status: number }) => status)).toEqual([
    200, 200, 200, 400,
  ]);
  expect(await read()).toMatchObject({
    muted: { until: inMinutes(20), timezone: "UTC" },
    acknowledged_at: NOW.toISOString(),
  });
});

describe("in the chat", () => {
  test.each([
    ["snooze stretch for 10 minutes", inFullSeconds(10)],
    ["snooze stretch for an hour", inFullSeconds(60)],
    ["snooze stretch until 23:30", "2026-11-22T22:30:00.000Z"],
  ])("“%s” snoozes until then, and says so", async (sentence, until) => {
    const { body } = await api.say(sentence);
    expect((await read()).snoozed).toMatchObject({ until, timezone: "Europe/Rome" });
    expect(body.response).toMatch(
      /^I will remind you of “stretch” again on Sunday 22 November 2026/,
    );
  });

  test("“it” is the task that was spoken of last, also where nothing is called so", async () => {
    const say = api.talk();
    await say("skip stretch this time");
    await say("add call mum at 23:00");
    await say("snooze it for 10 minutes");
    expect(await say("snooze for 20 minutes")).toMatch(/“call mum” again/);
    expect((await read()).snoozed).toBeUndefined();
  });

  test("a task is muted until a day, when days begin to ring", async () => {
    const { body } = await api.say("mute stretch until 1 December 2026");
    expect((await read()).muted).toEqual({
      until: "2026-12-01T08:00:00.000Z",
      timezone: "Europe/Rome",
    });
    expect(body.response).toBe(
      "“stretch” is silent until Tuesday 1 December 2026 at 09:00 (Europe/Rome).",
    );
  });

  test("what rang is dismissed, and undo takes that back", async () => {
    await api.say("dismiss stretch");
    expect((await read()).acknowledged_at).toBe(NOW.toISOString());
    const { body } = await api.say("undo");
    expect(body.response).toContain("“stretch”");
  });

  test("of several that are meant, the one that is picked is snoozed for as long as was said", async () => {
    const [cat] = [await api.addTask({ title: "feed the cat" })];
    await api.addTask({ title: "feed the dog" });
    const say = api.talk();
    expect(await say("snooze feed for 10 minutes")).toContain("feed the dog");
    expect(await say("1")).toMatch(/^I will remind you of “feed the (?:cat|dog)” again/);
    expect((await api.as("get", `/tasks/${cat.id}`)).body.snoozed).toMatchObject({
      until: inFullSeconds(10),
    });
  });
});
