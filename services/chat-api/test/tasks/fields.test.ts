import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const due = { local: "2026-12-03T08:00", timezone: "Europe/Rome" };
const change = (id: string, patch: object) => api.as("patch", `/tasks/${id}`).send(patch);
const refused = async (task: object) =>
  fieldsOf(
    await api
      .as("post", "/tasks")
      .send({ title: "x", ...task })
      .expect(400),
  );

describe("a task", () => {
  test("has a priority and tags, which a change puts in the place of the old ones and null takes away", async () => {
    const task = await api.addTask({
      title: "x",
      priority: "high",
      tags: ["Home", "garden", "home"],
    });
    expect(task).toMatchObject({ priority: "high", tags: ["Home", "garden"] });
    const { body } = await change(task.id, { priority: "low", tags: ["office"] }).expect(200);
    expect(body).toMatchObject({ priority: "low", tags: ["office"], version: 2 });
    const bare = await change(task.id, { priority: null, tags: [] }).expect(200);
    expect(bare.body).not.toHaveProperty("priority");
    expect(bare.body).not.toHaveProperty("tags");
  });

  test("has a title in one line, and as many signs of any script as it may have letters", async () => {
    expect((await api.addTask({ title: " buy\r\n\tmilk\u0000 " })).title).toBe("buy milk");
    await api.addTask({ title: "🦉".repeat(200), notes: "漢".repeat(4_000) });
    expect(await refused({ title: "🦉".repeat(201) })).toEqual(["title"]);
    expect(await refused({ notes: "x".repeat(4_001) })).toEqual(["notes"]);
    expect(await refused({ notes: "half \ud83e" })).toEqual(["notes"]);
  });

  test("keeps its notes as the text they are", async () => {
    const notes = "# Milk\n\n- <b>two</b> bottles\n\u0000";
    expect((await api.addTask({ title: "x", notes })).notes).toBe(notes);
  });
});

describe("due", () => {
  test("on a whole day, from its first moment to the next in its zone, through a change of the clocks", async () => {
    const task = await api.addTask({
      title: "x",
      due: { date: "2026-10-25", timezone: "Europe/Rome" },
    });
    expect(task.due).toEqual({
      date: "2026-10-25",
      timezone: "Europe/Rome",
      begins_at: "2026-10-24T22:00:00.000Z",
      ends_at: "2026-10-25T23:00:00.000Z",
    });
  });

  test("at a time that travels along says so, and where it was last", async () => {
    const task = await api.addTask({ title: "x", due: { ...due, floating: true } });
    expect(task.due).toMatchObject({ floating: true, at: "2026-12-03T07:00:00.000Z" });
    const moved = await change(task.id, {
      due: { local: "2026-12-03T08:00", timezone: "Asia/Tokyo", floating: true },
    });
    expect(moved.body.due).toMatchObject({ floating: true, at: "2026-12-02T23:00:00.000Z" });
  });

  test.each([
    [{ date: "2026-02-30" }, "due.date"],
    [{ date: "2026-12-03", timezone: "Mars/Olympus" }, "due.timezone"],
    [{ local: "2026-12-03T08:00", timezone: "+02:00" }, "due.timezone"],
    [{ date: "9999-12-31" }, "due.date"],
    [{ date: "2026-12-03", floating: true }, "due.floating"],
    [{ date: "1969-12-31" }, "due.date"],
    [{ at: "2026-12-03T08:00:00Z", floating: true }, "due.floating"],
    [{ at: "9999-12-31T23:59:59Z", timezone: "Asia/Tokyo" }, "due.at"],
  ])("%j is refused, and the field is named", async (wanted, field) => {
    expect(await refused({ due: wanted })).toContain(field);
  });
});

describe("reminders", () => {
  test("are several, before, after or at a moment of their own, each once", async () => {
    const reminders = [
      { minutes: -10 },
      { days: -1, time: "19:00" },
      { minutes: -10 },
      { minutes: 120 },
      { local: "2026-12-01T09:00", timezone: "Europe/Rome" },
    ];
    const task = await api.addTask({ title: "x", due, reminders, nag: { every_minutes: 5 } });
    expect(task.reminders).toEqual([
      { minutes: -10 },
      { days: -1, time: "19:00" },
      { minutes: 120 },
      { local: "2026-12-01T09:00:00", timezone: "Europe/Rome", at: "2026-12-01T08:00:00.000Z" },
    ]);
    expect(task.nag).toEqual({ every_minutes: 5, times: 10 });
    const same = await change(task.id, {
      reminders: task.reminders.slice(0, 3).concat(reminders[4]),
    });
    expect(same.headers["etag"]).toBe('"1"');
    const silent = await change(task.id, { reminders: [], nag: null }).expect(200);
    expect(silent.body.reminders).toEqual([]);
    const again = await change(task.id, { reminders: null }).expect(200);
    expect(again.body).not.toHaveProperty("reminders");
  });

  test.each<[object, string]>([
    [{ reminders: [{ minutes: -10 }] }, "reminders.0"],
    [{ due: { date: "2026-12-03" }, reminders: [{ minutes: -10 }] }, "reminders.0"],
    [{ due: { date: "2026-12-03" }, reminders: [{ days: -1 }] }, "reminders.0"],
    [{ due, reminders: [{ days: 0 }, { local: "2026-02-30T08:00" }] }, "reminders.1.local"],
    [{ due, reminders: [{ days: 0, time: "24:00" }] }, "reminders.0.time"],
    [{ due, reminders: [{ minutes: 1.5 }] }, "reminders.0.minutes"],
    [{ due, reminders: Array.from({ length: 21 }, (_, n) => ({ minutes: n })) }, "reminders"],
    [{ nag: { every_minutes: 5 } }, "nag"],
    [{ due, reminders: [], nag: { every_minutes: 5 } }, "nag"],
    [{ due, nag: { every_minutes: 0 } }, "nag.every_minutes"],
  ])("%j is refused, and the field is named", async (task, field) => {
    expect(await refused(task)).toContain(field);
  });

  test("of a whole day have days and a time of day", async () => {
    const task = await api.addTask({
      title: "x",
      due: { date: "2026-12-03" },
      reminders: [{ days: 0, time: "09:00" }],
    });
    expect(task.reminders).toEqual([{ days: 0, time: "09:00" }]);
  });
});

describe("a series of whole days", () => {
  const repeat = { rule: "FREQ=DAILY", start: "2026-11-20", timezone: "Europe/Rome" };

  test("is due today, moves on by days, and keeps to them when counted from its completion", async () => {
    const task = await api.addTask({ title: "x", repeat });
    expect(task.due).toMatchObject({ date: "2026-11-22", begins_at: "2026-11-21T23:00:00.000Z" });
    const done = await api.as("post", `/tasks/${task.id}/complete`).expect(200);
    expect(done.body.due).toMatchObject({ date: "2026-11-23" });
    const early = await api.as("post", `/tasks/${task.id}/complete`).expect(200);
    expect(early.body.due).toMatchObject({ date: "2026-11-24" });

    const waits = await api.addTask({
      title: "y",
      repeat: { ...repeat, rule: "FREQ=DAILY;INTERVAL=3", from: "completion" },
    });
    const rolled = await api.as("post", `/tasks/${waits.id}/complete`).expect(200);
    expect(rolled.body).toMatchObject({
      due: { date: "2026-11-25" },
      repeat: { start: "2026-11-25" },
    });
  });

  test.each(["FREQ=HOURLY", "FREQ=DAILY;BYHOUR=8"])(
    "%s has hours, and is refused",
    async (rule) => {
      expect(await refused({ repeat: { ...repeat, rule } })).toEqual(["repeat.rule"]);
    },
  );
});
