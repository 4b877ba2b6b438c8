import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { WITH_SHOUT } from "../actions/shout-task.ts";
import { aClient, ERAS, listening } from "./a-client.ts";

let api: ChatApi;
let door: Awaited<ReturnType<typeof listening>>;
beforeAll(async () => {
  api = await aChatApi(undefined, WITH_SHOUT);
  door = await listening(api.app);
});
afterAll(() => door.close());

const inRome = () => `${door.url}/mcp?timezone=Europe/Rome`;

describe.each(ERAS)("a client that speaks as in %s", (era) => {
  let mcp: Awaited<ReturnType<typeof aClient>>;
  beforeEach(async () => {
    await api.as("delete", "").expect(200);
    mcp = await aClient(inRome(), api.token, era);
  });

  test("is told of every action that has a name, and how far it goes", async () => {
    const tools = await mcp.tools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...WITH_SHOUT.actions.flatMap(({ name, tool }) => (tool ? name : [])),
      "do_many",
    ]);
    expect(tools.find(({ name }) => name === "shout_task")).toMatchObject({
      title: "Shout a task",
      description: "Shout a task. Its title is in capitals then.",
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
    });
    expect(mcp.client.getInstructions()).toContain("Never work out a date yourself");
  });

  test("adds, finds and changes, and hears in words and as structure what came of it", async () => {
    const added = await mcp.call("add_task", { title: "buy milk", when: "tomorrow at 9" });
    expect(added).toMatchObject({
      isError: false,
      said: expect.stringContaining("Monday 23 November 2026 at 09:00 (Europe/Rome)"),
      result: { outcome: "added", task: { title: "buy milk", status: "open" } },
    });
    expect(added.structured).toEqual(JSON.parse(added.text));
    const { body } = await api.as("get", "/tasks").expect(200);
    expect(body.items).toMatchObject([
      { title: "buy milk", due: { at: "2026-11-23T08:00:00.000Z" } },
    ]);
    expect(await mcp.call("list_tasks", { which: "open" })).toMatchObject({
      result: { outcome: "listed", total: 1, tasks: [{ id: body.items[0].id }] },
    });
    expect(await mcp.call("shout_task", { task: "milk" })).toMatchObject({
      said: "“BUY MILK” cannot be overheard.",
    });
    expect(await api.titles()).toEqual(["BUY MILK"]);
  });

  test.each([
    ["complete_task", {}, "completed"],
    ["list_occurrences", {}, "dates-told"],
    ["skip_task", {}, "skipped"],
    ["end_series", {}, "ended"],
    ["snooze_task", { until: "in 2 hours" }, "snoozed"],
    ["dismiss_task", {}, "dismissed"],
    ["mute_task", { until: "tomorrow" }, "muted"],
    ["shout_task", {}, "shouted"],
  ])("calls %s", async (name, more, outcome) => {
    await mcp.call("add_task", { title: "stretch", when: "every day at 8" });
    const called = await mcp.call(name, { task: "stretch", ...more });
    expect(called).toMatchObject({ isError: false, result: { outcome } });
    expect(called.structured).toEqual(JSON.parse(called.text));
  });

  test("takes back and brings back", async () => {
    await mcp.call("add_task", { title: "stretch" });
    await mcp.call("complete_task", { task: "stretch" });
    expect(await mcp.call("reopen_task", { task: "stretch" })).toMatchObject({
      result: { outcome: "reopened" },
    });
    const { body } = await api.as("get", "/tasks").expect(200);
    await api.as("delete", `/tasks/${body.items[0].id}`).expect(200);
    expect(await mcp.call("restore_task", { task: "stretch" })).toMatchObject({
      result: { outcome: "restored" },
    });
    expect(await mcp.call("undo")).toMatchObject({
      isError: false,
      result: { outcome: "undone", changes: [{ title: "stretch", undid: "restored" }] },
    });
    expect(await api.titles()).toEqual([]);
  });

  test("what is so already is no error, and tells that nothing had to change", async () => {
    await mcp.call("add_task", { title: "stretch" });
    expect(await mcp.call("reopen_task", { task: "stretch" })).toMatchObject({
      isError: false,
      result: { outcome: "already" },
    });
  });
});

const add = (title: unknown) => ({ name: "add_task", arguments: { title } });
const adding = (count: number) => ({
  calls: Array.from({ length: count }, (_, n) => add(`task ${n}`)),
});

describe("many calls at once", () => {
  let mcp: Awaited<ReturnType<typeof aClient>>;
  beforeEach(async () => {
    await api.as("delete", "").expect(200);
    mcp = await aClient(inRome(), api.token);
  });
  test("are each done as if alone, and one undo takes all of them back", async () => {
    const calls = [
      add("a"),
      add(""),
      add("b"),
      { name: "complete_task", arguments: { task: "a" } },
    ];
    const { structured, isError } = await mcp.call("do_many", { calls });
    expect(isError).toBe(false);
    expect(structured).toMatchObject({
      done: [
        { at: 0, name: "add_task", result: { outcome: "added" } },
        { at: 2, name: "add_task" },
        { at: 3, name: "complete_task", result: { outcome: "completed" } },
      ],
      failures: [
        {
          at: 1,
          name: "add_task",
          result: { outcome: "refused" },
          said: expect.stringContaining("title"),
        },
      ],
    });
    await mcp.call("undo");
    expect(await api.titles("?status=open")).toEqual([]);
  });

  test("are at most twenty-five, and of more or of none nothing is done", async () => {
    for (const count of [0, 26])
      expect(await mcp.call("do_many", adding(count))).toMatchObject({
        isError: true,
        said: expect.stringContaining("calls"),
      });
    expect(await api.titles()).toEqual([]);
    expect((await mcp.call("do_many", adding(25))).isError).toBe(false);
    expect(await api.titles()).toHaveLength(25);
  });
});

test("a call is done once under its key, and its key is no other request's", async () => {
  await api.as("delete", "").expect(200);
  const mcp = await aClient(inRome(), api.token);
  const key = { idempotency_key: "k1" };
  const first = await mcp.call("add_task", { title: "once" }, key);
  expect(await mcp.call("add_task", { title: "once" }, key)).toEqual(first);
  expect(await api.titles()).toEqual(["once"]);
  const reused = await mcp.call("add_task", { title: "twice" }, key);
  expect(reused).toMatchObject({ isError: true, said: expect.stringContaining("Idempotency-Key") });
  await api.as("post", "/tasks").set("idempotency-key", "k1").send({ title: "once" }).expect(422);
  expect(await mcp.call("add_task", { title: "odd" }, { idempotency_key: "é" })).toMatchObject({
    isError: true,
    said: expect.stringContaining("idempotency_key"),
  });
  expect(await api.titles()).toEqual(["once"]);
});

test("any replica answers any request: the next one goes on where another stopped", async () => {
  await api.as("delete", "").expect(200);
  const other = await aChatApi(api, WITH_SHOUT);
  const elsewhere = await listening(other.app);
  await (await aClient(inRome(), api.token)).call("add_task", { title: "here" });
  const mcp = await aClient(`${elsewhere.url}/mcp`, api.token);
  expect(await mcp.call("list_tasks", { which: "open" })).toMatchObject({ result: { total: 1 } });
  await elsewhere.close();
});

test("words about times are read, and answers worded, as the person has chosen", async () => {
  await api.as("delete", "").expect(200);
  await api.as("patch", "/preferences").send({ timezone: "Asia/Tokyo", locale: "de" }).expect(200);
  const mcp = await aClient(`${door.url}/mcp`, api.token);
  const { said } = await mcp.call("add_task", { title: "Müll", when: "morgen um 9" });
  expect(said).toContain("(Asia/Tokyo)");
  expect(said).toContain("23. November 2026");
});
