import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

const ID = "7c1d2e3f-4a5b-5c6d-9e7f-0a1b2c3d4e5f";
const RANG = "5f0c1d2e-3a4b-5c6d-8e7f-9a0b1c2d3e4f";
const DUE = "2026-12-03T09:00:00.000Z";

const step = (at: string, cause: string, facts: Record<string, string>, state = "planned") => ({
  state,
  at: `2026-12-0${at}Z`,
  cause,
  facts,
});
const details = {
  id: ID,
  task_id: ID,
  title: "call mum",
  slot: "due",
  state: "announced",
  due_at: DUE,
  timezone: "Europe/Rome",
  occurrence_id: RANG,
  rang: [{ occurrence_id: RANG, due_at: DUE }],
  history: [
    step("1T10:00:00.250", "wanted", { to: "2026-12-03T08:00:00.000Z", by: "assistant" }),
    step("2T10:00:00.000", "moved", { from: "2026-12-03T08:00:00.000Z", to: DUE, by: "api" }),
    step("3T09:00:00.410", "time-came", {}, "due"),
    step("3T09:00:00.410", "unchanged", {}, "announced"),
  ],
};
const shown = {
  id: RANG,
  kind: "reminder",
  title: "call mum",
  body: "Due now: call mum",
  task_id: ID,
  due_at: DUE,
  late: false,
  created_at: "2026-12-03T09:00:00.520Z",
  read_at: "2026-12-03T09:03:00.000Z",
};

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
  api.invoker.on("reminder-service", `reminders/ada/${ID}`, () => details);
  api.invoker.on("notification-service", "inbox/ada/found", () => ({ items: [shown] }));
});
const explanation = async () => (await api.as("get", `/reminders/${ID}/explanation`)).body;
const said = async (): Promise<string[]> =>
  (await explanation()).facts.map(({ text }: { text: string }) => text);

test("a reminder is explained in plain words, by the clock of its zone, from plan to reading", async () => {
  expect(await said()).toEqual([
    "On Tuesday 1 December 2026, 11:00:00.2 it was planned by you in the chat for Thursday 3 December 2026, 09:00 (Europe/Rome).",
    "On Wednesday 2 December 2026, 11:00 it was moved by you from Thursday 3 December 2026, 09:00 (Europe/Rome) to Thursday 3 December 2026, 10:00 (Europe/Rome).",
    "On Thursday 3 December 2026, 10:00:00.4 it was announced.",
    "On Thursday 3 December 2026, 10:00:00.5 it was shown in your inbox.",
    "On Thursday 3 December 2026, 10:03 you read it.",
  ]);
  expect((await explanation()).text).toBe((await said()).join(" "));
});

test("it is explained in the language that its person has chosen", async () => {
  await api.as("patch", "/preferences").send({ locale: "de" }).expect(200);
  expect((await said()).slice(0, 2)).toEqual([
    "Am Dienstag, 1. Dezember 2026, 11:00:00.2 Uhr: Die Erinnerung wurde von dir im Gespräch geplant für Donnerstag, 3. Dezember 2026, 09:00 (Europe/Rome).",
    "Am Mittwoch, 2. Dezember 2026, 11:00 Uhr: Die Erinnerung wurde von dir verschoben, von Donnerstag, 3. Dezember 2026, 09:00 (Europe/Rome) auf Donnerstag, 3. Dezember 2026, 10:00 (Europe/Rome).",
  ]);
  expect((await said()).at(-1)).toBe(
    "Am Donnerstag, 3. Dezember 2026, 10:03 Uhr: Du hast sie gelesen.",
  );
});

/** The reminder is of a series that begins then. */
const series = async (start: string) => {
  const repeat = { rule: "FREQ=DAILY", start, timezone: "Europe/Rome", from: "schedule" };
  const { id } = await api.addTask({ title: "stretch", repeat });
  const reminder = { ...details, task_id: id, history: details.history.slice(0, 1) };
  api.invoker.on("reminder-service", `reminders/ada/${ID}`, () => reminder);
  api.invoker.on("notification-service", "inbox/ada/found", () => ({ items: [] }));
  const does = (what: string) => api.as("post", `/tasks/${id}/${what}`).expect(200);
  const move = (due: object) => api.as("patch", `/tasks/${id}`).send({ due }).expect(200);
  return { id, does, move };
};

describe("of a task that comes again", () => {
  test("it is said which dates were done, skipped and moved, among what else became of it", async () => {
    const { does, move } = await series("2026-11-23T08:00:00");
    await does("complete");
    await does("skip");
    await move({ local: "2026-11-25T19:00:00", timezone: "Europe/Rome" });
    expect(await said()).toEqual([
      "On Sunday 22 November 2026, 11:15:20.2 the date Monday 23 November 2026, 08:00 (Europe/Rome) was done.",
      "On Sunday 22 November 2026, 11:15:20.2 the date Tuesday 24 November 2026, 08:00 (Europe/Rome) was skipped.",
      "On Sunday 22 November 2026, 11:15:20.2 the date Wednesday 25 November 2026, 08:00 (Europe/Rome) was moved to Wednesday 25 November 2026, 19:00 (Europe/Rome).",
      expect.stringMatching(/^On Tuesday 1 December 2026, 11:00:00.2 it was planned/),
    ]);
    expect((await explanation()).facts[2]).toMatchObject({
      cause: "date-moved",
      facts: { date: "2026-11-25T07:00:00.000Z", to: "2026-11-25T18:00:00.000Z" },
    });
  });

  test("days are told as days, in the language that its person has chosen", async () => {
    const { does, move } = await series("2026-11-22");
    await does("skip");
    await move({ date: "2026-11-24", timezone: "Europe/Rome" });
    await api.as("patch", "/preferences").send({ locale: "de" }).expect(200);
    expect((await said()).slice(0, 2)).toEqual([
      "Am Sonntag, 22. November 2026, 11:15:20.2 Uhr: Der Termin Sonntag, 22. November 2026 wurde ausgelassen.",
      "Am Sonntag, 22. November 2026, 11:15:20.2 Uhr: Der Termin Montag, 23. November 2026 wurde verschoben auf Dienstag, 24. November 2026.",
    ]);
  });

  test("also those are told that the task has no room for any more, the last twenty", async () => {
    const { does } = await series("2026-11-23T08:00:00");
    for (let n = 0; n < 22; n += 1) await does("complete");
    const told = (await said()).filter((text) => text.endsWith("was done."));
    expect(told).toHaveLength(20);
    expect(told[0]).toContain("Wednesday 25 November 2026");
  });
});

test("the inbox is asked for what rang and for nothing else", async () => {
  await explanation();
  expect(api.invoker.calls[1]).toMatchObject({
    path: "inbox/ada/found",
    body: { ids: [ID, RANG] },
  });
});

test("while the inbox is away it is said that what it knows is missing", async () => {
  api.invoker.setAway("notification-service");
  expect((await said()).at(-1)).toMatch(/^Your inbox cannot be reached now/);
});

test("a code of tomorrow, and a sentence from before there were codes, are told by the state", async () => {
  const history = [step("1T10:00:00.000", "of-tomorrow", {}, "paused")];
  api.invoker.on("reminder-service", `reminders/ada/${ID}`, () => ({ ...details, history }));
  expect((await said())[0]).toBe("On Tuesday 1 December 2026, 11:00 it was paused.");
});

test("what was kept before the moment was kept with it says as much as it knows", async () => {
  const history = [step("1T10:00:00.000", "wanted", {})];
  api.invoker.on("reminder-service", `reminders/ada/${ID}`, () => ({ ...details, history }));
  expect((await said())[0]).toBe("On Tuesday 1 December 2026, 11:00 it was planned.");
});

test("what is not there cannot be explained, nor what has no id", async () => {
  for (const id of [RANG, "no-id"])
    expect((await api.as("get", `/reminders/${id}/explanation`)).status).toBe(
      id === RANG ? 404 : 400,
    );
});
