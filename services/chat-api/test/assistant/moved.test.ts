import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

// It is Sunday 22 November 2026, a quarter past eleven in Rome.
let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const dueOf = async (): Promise<unknown> => {
  const { body } = await api.as("get", "/tasks");
  return body.items.map(
    ({ title, due }: { title: string; due?: { local?: string; date?: string } }) => [
      title,
      due?.local ?? due?.date,
    ],
  );
};

describe("a task is moved to another time", () => {
  test.each([
    ["move the dentist to Saturday", "2026-11-28T15:00:00"],
    ["reschedule dentist to next Friday at 10:00", "2026-11-27T10:00:00"],
    ["postpone the dentist until 4 December", "2026-12-04T15:00:00"],
    ["push dentist to 17:30", "2026-11-24T17:30:00"],
    ["move it to tomorrow at 9:30", "2026-11-23T09:30:00"],
    ["no, I meant Thursday", "2026-11-26T15:00:00"],
    ["make it Wednesday", "2026-11-25T15:00:00"],
  ])("“%s”", async (sentence, local) => {
    const says = api.talk();
    await says("add dentist on Tuesday at 15:00");
    expect(await says(sentence)).toMatch(/^I moved “dentist” to .+ \(Europe\/Rome\)\.$/);
    expect(await dueOf()).toEqual([["dentist", local]]);
    expect(await says("undo")).toContain("“dentist” is as it was before");
    expect(await dueOf()).toEqual([["dentist", "2026-11-24T15:00:00"]]);
  });

  test.each([
    ["verschiebe den Zahnarzt auf Samstag", "2026-11-28T15:00:00"],
    ["verschiebe Zahnarzt auf 17:30 Uhr", "2026-11-24T17:30:00"],
    ["nein, ich meinte Donnerstag", "2026-11-26T15:00:00"],
  ])("„%s“", async (sentence, local) => {
    const says = api.talk();
    await says("füge Zahnarzt am Dienstag um 15 Uhr hinzu");
    expect(await says(sentence)).toMatch(
      /^„Zahnarzt“ ist verschoben auf .+ Uhr \(Europe\/Rome\)\.$/,
    );
    expect(await dueOf()).toEqual([["Zahnarzt", local]]);
  });

  test("a whole day stays one, and a task without a date gets one", async () => {
    const says = api.talk();
    await says("add milk tomorrow");
    await says("add bread");
    expect(await says("move milk to Friday")).toBe("I moved “milk” to Friday 27 November 2026.");
    expect(await says("move bread to Friday at 9:00")).toContain("27 November 2026 at 09:00");
  });

  test("what is no time, is over, or can be several moves nothing", async () => {
    const says = api.talk();
    await says("add dentist on Tuesday at 15:00");
    expect(await says("move dentist to the garden")).toContain("I know no such time");
    expect(await says("move dentist to today at 09:00")).toContain("that moment is over");
    expect(await says("verschiebe dentist auf gestern")).toMatch(/^Das ging nicht: /);
    expect(await dueOf()).toEqual([["dentist", "2026-11-24T15:00:00"]]);
  });

  test("of a series only the date that is due moves", async () => {
    const says = api.talk();
    await says("add bins every Tuesday at 8:00");
    expect(await says("move the bins to Wednesday")).toContain("25 November 2026 at 08:00");
    await says("done with bins");
    expect(await dueOf()).toEqual([["bins", "2026-12-01T08:00:00"]]);
  });
});

test.each([
  ["when is the dentist", "“dentist” is due on Tuesday 24 November 2026 at 15:00 (Europe/Rome)."],
  [
    "When is the dentist due?",
    "“dentist” is due on Tuesday 24 November 2026 at 15:00 (Europe/Rome).",
  ],
  ["when is milk?", "“milk” has no date."],
  ["when is the concert", "I find no task called “the concert”."],
  [
    "wann ist der dentist?",
    "„dentist“ ist am Dienstag, 24. November 2026 um 15:00 Uhr (Europe/Rome) fällig.",
  ],
])("“%s” is answered from the list", async (question, answer) => {
  await api.addTask({ title: "milk" });
  await api.talk()("add dentist on Tuesday at 15:00");
  expect(await api.talk()(question)).toContain(answer);
});

test("of several tasks that fit a question one is picked by its number", async () => {
  const says = api.talk();
  await says("add call Ann on Tuesday at 15:00");
  await says("add call Bob on Friday");
  expect(await says("when is call")).toContain("Several tasks fit “call”");
  expect(await says("2")).toBe("“call Bob” is due on Friday 27 November 2026.");
});

test.each([
  ["how many tasks do I have?", "2 tasks are open:"],
  ["how many tasks are done", "No task is done yet."],
  ["wie viele Aufgaben habe ich?", "2 Aufgaben sind offen:"],
  ["tell me what is due today", "Nothing is due today."],
])("“%s” is counted", async (question, answer) => {
  await api.addTask({ title: "milk" });
  await api.addTask({ title: "bread" });
  expect(await api.talk()(question)).toContain(answer);
});

test.each([
  "tell me a joke about tasks",
  "erzähl mir einen Witz über Aufgaben",
  "sag mir einen Witz über Aufgaben",
])("“%s” shows no list", async (wish) => {
  await api.addTask({ title: "milk" });
  expect(await api.talk()(wish)).not.toMatch(/1\. milk/);
});
