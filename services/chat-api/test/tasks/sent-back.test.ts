import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const ROME = "Europe/Rome";
const FIELDS = ["title", "notes", "priority", "tags", "due", "repeat", "reminders", "nag"];
const patch = (id: string, change: object) => api.as("patch", `/tasks/${id}`).send(change);
const own = (task: object) =>
  Object.fromEntries(Object.entries(task).filter(([name]) => FIELDS.includes(name)));
const repeat = { rule: "FREQ=DAILY", start: "2026-11-23T08:00", timezone: ROME };

describe("what GET answers of a task, sent back", () => {
  test.each<[string, object]>([
    ["an instant", { due: { at: "2026-12-03T07:00:00.123Z", timezone: ROME } }],
    ["a time on the wall", { due: { local: "2026-12-03T08:00", timezone: ROME } }],
    ["the first of two equal times", { due: { local: "2026-10-25T02:30", timezone: ROME } }],
    ["the second of two equal times", { due: { at: "2026-10-25T01:30:00Z", timezone: ROME } }],
    ["a time in a gap", { due: { local: "2027-03-28T02:30", timezone: ROME } }],
    ["a floating time", { due: { local: "2026-12-03T08:00", timezone: ROME, floating: true } }],
    ["a whole day", { due: { date: "2026-10-25", timezone: ROME } }],
    ["a day that ends after all that can be due", { due: { date: "9997-12-31" } }],
    ["a day of next year there", { due: { date: "9998-01-01", timezone: "Etc/GMT-14" } }],
    [
      "a series",
      { repeat: { ...repeat, exdates: ["2026-11-25T08:00"] }, nag: { every_minutes: 5 } },
    ],
    ["a series of days", { repeat: { ...repeat, start: "2026-11-23", from: "completion" } }],
    [
      "reminders at moments",
      {
        due: { date: "2026-12-03" },
        reminders: [
          { days: -1, time: "18:00" },
          { local: "2026-12-01T09:00", timezone: ROME },
          { at: "2026-10-25T01:30:00Z", timezone: ROME },
        ],
        nag: { every_minutes: 5, times: 3 },
      },
    ],
  ])("with %s changes nothing", async (_what, fields) => {
    const words = { title: "x", notes: "n", priority: "low", tags: ["Home"] };
    const made = await api.addTask({ ...words, ...fields });
    const { body } = await api.as("get", `/tasks/${made.id}`).expect(200);
    expect((await patch(made.id, own(body)).expect(200)).body).toEqual(body);
    for (const [name, value] of Object.entries(own(body)))
      expect((await patch(made.id, { [name]: value }).expect(200)).body).toEqual(body);
  });

  test("with one field changed changes that field alone", async () => {
    const due = { at: "2026-10-25T01:30:00Z", timezone: ROME };
    const task = await api.addTask({ title: "x", due, reminders: [{ minutes: -5 }] });
    const { body } = await patch(task.id, { ...own(task), title: "y" }).expect(200);
    expect(body).toMatchObject({ title: "y", due: task.due, reminders: task.reminders });
  });

  test("of a series that moved a date by hand changes nothing, and another due time moves it on", async () => {
    const { id } = await api.addTask({ title: "x", repeat });
    const moved = await patch(id, { due: { local: "2026-11-23T20:00", timezone: ROME } });
    expect((await patch(id, own(moved.body)).expect(200)).body).toEqual(moved.body);
    const due = { local: "2026-11-23T21:00", timezone: ROME };
    const on = await patch(id, {
      ...own(moved.body),
      due: { ...due, occurrence: moved.body.due.occurrence },
    }).expect(200);
    expect(on.body.due).toMatchObject({
      local: "2026-11-23T21:00:00",
      occurrence: moved.body.due.occurrence,
    });
  });

  test("of a series with another rule changes the rule, and with both changed is refused", async () => {
    const task = await api.addTask({ title: "x", repeat });
    const later = { ...task.repeat, start: "2026-11-23T09:00:00" };
    const { body } = await patch(task.id, { ...own(task), repeat: later }).expect(200);
    expect(body.due.local).toBe("2026-11-23T09:00:00");
    const both = { repeat: task.repeat, due: { local: "2026-11-23T10:00", timezone: ROME } };
    expect(fieldsOf(await patch(task.id, both).expect(400))).toEqual(["due"]);
  });
});

describe("what stands beside a time and does not agree with it", () => {
  test.each<[object, string]>([
    [{ at: "2026-12-03T08:00:00Z", local: "2026-12-03T08:00", timezone: ROME }, "due.at"],
    [{ at: "2026-12-03T07:00:00Z", local: "2026-12-03T08:00" }, "due.at"],
    [{ at: "2026-10-25T02:30:00Z", local: "2026-10-25T02:30", timezone: ROME }, "due.at"],
    [{ date: "2026-12-03", begins_at: "2026-12-02T00:00:00Z" }, "due.begins_at"],
    [{ date: "2026-12-03", ends_at: "2026-12-05T00:00:00Z" }, "due.ends_at"],
    [
      {
        local: "2026-12-03T08:00",
        occurrence: { at: "2026-12-02T08:00:00.000Z", local: "2026-12-02T08:00:00" },
      },
      "due.occurrence",
    ],
  ])("%j is refused by its name", async (due, field) => {
    const draft = { title: "x", due };
    expect(fieldsOf(await api.as("post", "/tasks").send(draft).expect(400))).toEqual([field]);
    const { id } = await api.addTask({ title: "x" });
    expect(fieldsOf(await patch(id, { due }).expect(400))).toEqual([field]);
  });

  test("is named in a reminder, and in an operation of a batch", async () => {
    const wrong = { at: "2026-12-03T08:00:00Z", local: "2026-12-03T08:00", timezone: ROME };
    const task = { title: "x", reminders: [{ at: "2026-12-03T08:00:00Z" }, wrong] };
    expect(fieldsOf(await api.as("post", "/tasks").send(task).expect(400))).toEqual([
      "reminders.1.at",
    ]);
    const operations = [{ op: "create", task }];
    const { body } = await api.as("post", "/tasks/batch").send({ operations }).expect(200);
    expect(fieldsOf({ body: body.results[0].problem })).toEqual([
      "operations.0.task.reminders.1.at",
    ]);
  });

  test("is taken as an instant in any spelling, where it agrees", async () => {
    const due = {
      at: "2026-10-25T02:30:00+01:00",
      local: "2026-10-25T02:30",
      timezone: "europe/rome",
    };
    const task = await api.addTask({ title: "x", due });
    expect(task.due).toEqual({
      at: "2026-10-25T01:30:00.000Z",
      local: "2026-10-25T02:30:00",
      timezone: ROME,
    });
  });
});

describe("a due time that is taken away", () => {
  const due = { local: "2026-12-03T08:00", timezone: ROME };
  const nag = { every_minutes: 5 };

  test("takes along the reminders counted from it and the nag, and undo brings all back", async () => {
    const task = await api.addTask({ title: "x", due, reminders: [{ minutes: -5 }], nag });
    const { body } = await patch(task.id, { due: null }).expect(200);
    expect(own(body)).toEqual({ title: "x" });
    await api.as("post", "/undo").send({ change_id: body.change_id }).expect(200);
    const again = await api.as("get", `/tasks/${task.id}`);
    expect(own(again.body)).toEqual(own(task));
  });

  test("leaves what rings by itself, and its nag", async () => {
    const moment = { at: "2026-12-01T08:00:00Z" };
    const reminders = [{ minutes: -5 }, moment];
    const task = await api.addTask({ title: "x", due, reminders, nag });
    const { body } = await patch(task.id, { due: null }).expect(200);
    expect(own(body)).toEqual({ title: "x", reminders: [task.reminders[1]], nag: task.nag });
  });

  test("does the same in a batch, and with everything else sent back as it was", async () => {
    const task = await api.addTask({ title: "x", due, reminders: [{ minutes: -5 }], nag });
    const operations = [{ op: "update", id: task.id, task: { ...own(task), due: null } }];
    const { body } = await api.as("post", "/tasks/batch").send({ operations }).expect(200);
    expect(own(body.results[0].task)).toEqual({ title: "x" });
  });

  test("goes with its series, and not without it", async () => {
    const task = await api.addTask({ title: "x", repeat, reminders: [{ minutes: -5 }], nag });
    expect(fieldsOf(await patch(task.id, { due: null }).expect(400))).toEqual(["due"]);
    const { body } = await patch(task.id, { due: null, repeat: null }).expect(200);
    expect(own(body)).toEqual({ title: "x" });
  });

  test("leaves a task that says it never rings saying so", async () => {
    const { id } = await api.addTask({ title: "x", due, reminders: [] });
    const { body } = await patch(id, { due: null }).expect(200);
    expect(own(body)).toEqual({ title: "x", reminders: [] });
  });

  test("is refused where the same request asks for what hangs on it, all at once", async () => {
    const { id } = await api.addTask({ title: "x", due });
    const asked = { due: null, reminders: [{ minutes: -5 }, { days: -1 }], nag };
    const res = await patch(id, asked).expect(400);
    expect(fieldsOf(res)).toEqual(["reminders.0", "reminders.1", "nag"]);
  });

  test("no reminder at all takes its nag along", async () => {
    const { id } = await api.addTask({ title: "x", due, nag });
    const { body } = await patch(id, { reminders: [] }).expect(200);
    expect(body).not.toHaveProperty("nag");
  });
});
