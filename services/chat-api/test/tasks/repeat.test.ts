import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const daily = { rule: "FREQ=DAILY", start: "2026-11-20T08:00", timezone: "Europe/Rome" };
const local = ({ due }: { due: { local: string } }) => due.local;
const aSeries = (repeat: object = {}) =>
  api.addTask({ title: "stretch", repeat: { ...daily, ...repeat } });
const change = (id: string, patch: object) => api.as("patch", `/tasks/${id}`).send(patch);
const complete = async (id: string) =>
  (await api.as("post", `/tasks/${id}/complete`).expect(200)).body;

describe("a repeating task", () => {
  test("is due at its first date that is not before now", async () => {
    const task = await aSeries();
    expect(task).toMatchObject({
      due: {
        local: "2026-11-23T08:00:00",
        timezone: "Europe/Rome",
        at: "2026-11-23T07:00:00.000Z",
      },
      repeat: { ...daily, start: "2026-11-20T08:00:00", from: "schedule" },
    });
    expect(local(await aSeries({ start: "2026-12-01T09:00" }))).toBe("2026-12-01T09:00:00");
  });

  test("is in UTC and by schedule unless told", async () => {
    const { repeat } = await api.addTask({
      title: "x",
      repeat: { rule: "FREQ=DAILY", start: "2026-11-23T08:00" },
    });
    expect(repeat).toMatchObject({ timezone: "UTC", from: "schedule" });
  });

  test("takes another rule by a change, and is due by it; null ends the series and leaves the date", async () => {
    const { id } = await aSeries();
    const weekly = { ...daily, rule: "FREQ=WEEKLY;BYDAY=FR" };
    const moved = await change(id, { repeat: weekly }).expect(200);
    expect(local(moved.body)).toBe("2026-11-27T08:00:00");
    const once = await change(id, { repeat: null }).expect(200);
    expect(once.body).not.toHaveProperty("repeat");
    expect(local(once.body)).toBe("2026-11-27T08:00:00");
  });

  test("told again as it is, is not moved, though it is overdue", async () => {
    const { id } = await aSeries();
    api.clock.advance(3 * 86_400_000);
    const same = await change(id, { repeat: daily });
    expect(same.headers["etag"]).toBe('"1"');
  });

  test("is moved this once by a due time of its own, and goes on by its rule", async () => {
    const { id } = await aSeries();
    const moved = await change(id, { due: { local: "2026-11-23T15:00", timezone: "Europe/Rome" } });
    expect(moved.body.repeat).toMatchObject({ rule: "FREQ=DAILY" });
    expect(local(await complete(id))).toBe("2026-11-24T08:00:00");
  });

  test("cannot be without a due time, but may lose both", async () => {
    const { id } = await aSeries();
    expect(fieldsOf(await change(id, { due: null }).expect(400))).toEqual(["due"]);
    const plain = await change(id, { due: null, repeat: null }).expect(200);
    expect(plain.body).not.toHaveProperty("due");
  });

  test.each<[object, string, string]>([
    [{ ...daily, rule: "FREQ=DAILY;INTERVAL=0" }, "repeat.rule", "INTERVAL"],
    [{ ...daily, rule: "FREQ=DAILY;COUNT=2" }, "repeat.rule", "no date from now on"],
    [{ ...daily, rule: "FREQ=SECONDLY" }, "repeat.rule", "60 times in an hour"],
    [{ ...daily, rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, "repeat.rule", ""],
    [{ ...daily, start: "2026-02-30T08:00" }, "repeat.start", ""],
    [{ ...daily, timezone: "Mars/Olympus" }, "repeat.timezone", ""],
    [{ ...daily, from: "now" }, "repeat.from", ""],
    [{ ...daily, until: "x" }, "repeat.until", ""],
    [{ rule: "FREQ=DAILY" }, "repeat.start", ""],
  ])("%j is refused, and the field and part are named", async (repeat, field, part) => {
    const res = await api.as("post", "/tasks").send({ title: "x", repeat }).expect(400);
    expect(fieldsOf(res)).toContain(field);
    expect(res.body.detail).toContain(part);
  });

  test("is not told when it is due as well", async () => {
    const due = { at: "2026-12-03T08:00:00Z" };
    const res = await api.as("post", "/tasks").send({ title: "x", repeat: daily, due });
    expect([res.status, fieldsOf(res)]).toEqual([400, ["due"]]);
  });
});

describe("completing a repeating task", () => {
  test("rolls it forward, in one version, and tells everyone the whole task", async () => {
    const { id } = await aSeries();
    const rolled = await complete(id);
    expect(rolled).toMatchObject({
      status: "open",
      version: 2,
      due: { local: "2026-11-24T08:00:00" },
    });
    expect(rolled).not.toHaveProperty("completed_at");
    const [, event] = await api.events();
    expect(event).toMatchObject({ type: "todo.task.completed.v1", data: { task: rolled } });
  });

  test("late, it is due next after now: what lies between is past", async () => {
    const { id } = await aSeries();
    api.clock.set("2026-11-26T12:00:00Z");
    expect(local(await complete(id))).toBe("2026-11-27T08:00:00");
  });

  test("twice with one idempotency key is once", async () => {
    const { id } = await aSeries();
    const send = () =>
      api.as("post", `/tasks/${id}/complete`).set("idempotency-key", "k").expect(200);
    expect((await send()).text).toBe((await send()).text);
  });

  test("counted from its completion, the next date is counted from now", async () => {
    const { id } = await aSeries({ rule: "FREQ=DAILY;INTERVAL=3", from: "completion" });
    api.clock.set("2026-11-28T12:00:00Z");
    const rolled = await complete(id);
    expect(local(rolled)).toBe("2026-12-01T08:00:00");
    expect(rolled.repeat).toMatchObject({ rule: "FREQ=DAILY;INTERVAL=3", from: "completion" });
  });

  test("at the last date of its series it is done for good", async () => {
    const { id } = await aSeries({ rule: "FREQ=DAILY;COUNT=5" });
    expect(local(await complete(id))).toBe("2026-11-24T08:00:00");
    expect(await complete(id)).toMatchObject({ status: "done", completed_at: expect.any(String) });
  });
});
