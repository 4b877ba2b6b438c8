import { beforeEach, describe, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA, aTask } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const TOMORROW = "2026-11-23T09:00:00Z";
const post = (task: object) => api.as("post", "/tasks").send(task);
const patch = (id: string, change: object) => api.as("patch", `/tasks/${id}`).send(change);

const some = (length: number) => Array.from({ length }, (_, at) => ({ minutes: -at }));

/** Tasks with twenty reminders each, one a minute before they are due. */
async function pending(count: number): Promise<void> {
  const reminders = some(20);
  await atomically(api.store, async (tx) => {
    const draft = await api.tasks.change(tx, ADA);
    for (let n = 0; n < count; n += 20)
      draft.put(aTask({ id: api.ids.next(), due: TOMORROW, reminders }));
  });
}

const tooMany = (field: string) => ({
  status: 409,
  body: {
    errors: [{ field }],
    detail: expect.stringMatching(/5000 reminders.*complete or delete/),
  },
});

describe("a task has twenty reminders", () => {
  test("and one more is refused with its field and the way out", async () => {
    await post({ title: "x", due: { at: TOMORROW }, reminders: some(20) }).expect(201);
    const refused = await post({ title: "x", due: { at: TOMORROW }, reminders: some(21) });
    expect(refused).toMatchObject({
      status: 400,
      body: {
        errors: [{ field: "reminders", message: "a task may have 20 reminders: leave some out" }],
      },
    });
  });
});

describe("a person has five thousand reminders to come", () => {
  test("one more is refused by the API with its field, and a task that rings no more is taken", async () => {
    await pending(5_000);
    expect(await post({ title: "x", due: { at: TOMORROW } })).toMatchObject(tooMany("due"));
    expect(await post({ title: "x", reminders: [{ at: TOMORROW }] })).toMatchObject(
      tooMany("reminders"),
    );
    const daily = { rule: "FREQ=DAILY", start: "2026-11-23T08:00" };
    expect(await post({ title: "x", repeat: daily })).toMatchObject(tooMany("repeat"));
    await post({ title: "x", due: { at: TOMORROW }, reminders: [] }).expect(201);
    await post({ title: "x", due: { date: "2026-11-23" } }).expect(201);
  });

  test("a series counts as the one that waits, and what rang is not counted", async () => {
    await pending(4_980);
    const daily = { rule: "FREQ=DAILY", start: "2026-11-23T08:00" };
    for (let n = 0; n < 20; n += 1) await post({ title: "x", repeat: daily }).expect(201);
    expect(await post({ title: "x", due: { at: TOMORROW } })).toMatchObject(tooMany("due"));
    api.clock.advance(2 * 86_400_000);
    await post({ title: "x", due: { at: "2026-11-29T09:00:00Z" } }).expect(201);
  });

  test("in a batch the operation that is too much is refused alone, and named", async () => {
    await pending(4_980);
    const operations = Array.from({ length: 21 }, () => ({
      op: "create",
      task: { title: "x", due: { at: TOMORROW } },
    }));
    const { body } = await api.as("post", "/tasks/batch").send({ operations });
    const statuses = body.results.map(({ status }: { status: number }) => status);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 409]);
    expect(body.results[20].problem.errors).toMatchObject([{ field: "operations.20.task.due" }]);
  });

  test("the chat says so, and what there is may be changed, done, and not brought back", async () => {
    await pending(5_000);
    const { body } = await api.say("remind me to call mum tomorrow at 9:00");
    expect(body.response).toMatch(/^I could not do that: You may have 5000 reminders/);
    const [first, other] = (await api.as("get", "/tasks?limit=2")).body.items;
    await patch(first.id, { title: "y", due: { at: "2026-11-24T09:00:00Z" } }).expect(200);
    await api.as("post", `/tasks/${first.id}/complete`).expect(200);
    for (let n = 0; n < 20; n += 1) await post({ title: "x", due: { at: TOMORROW } }).expect(201);
    expect(await api.as("post", `/tasks/${first.id}/reopen`)).toMatchObject({ status: 409 });
    await api
      .as("post", `/tasks/${other.id}/snooze`)
      .send({ until: { minutes: 10 } })
      .expect(200);
  });

  test("a series that waits for its completion goes on", async () => {
    const repeat = { rule: "FREQ=DAILY", start: "2026-11-22T11:00", from: "completion" };
    const { id } = await api.addTask({ title: "x", repeat });
    api.clock.advance(3_600_000);
    await pending(5_000);
    const { body } = await api.as("post", `/tasks/${id}/complete`).expect(200);
    expect(body.status).toBe("open");
  });
});

describe("a reminder rings within ten years", () => {
  const FAR = "2036-11-23T09:00:00Z";

  test.each([
    [{ due: { at: FAR } }, "due"],
    [{ reminders: [{ at: TOMORROW }, { at: FAR }] }, "reminders.1"],
    [{ due: { date: "2036-11-25" }, reminders: [{ days: -1, time: "09:00" }] }, "reminders.0"],
    [{ repeat: { rule: "FREQ=YEARLY", start: "2036-11-23T09:00" } }, "repeat"],
  ])("%j is refused, and the field named", async (task, field) => {
    const message =
      "that would ring more than 10 years ahead: give an earlier time, or let it have no reminder";
    expect(await post({ title: "x", ...task })).toMatchObject({
      status: 400,
      body: { errors: [{ field, message }] },
    });
  });

  test("what does not ring may lie further ahead", async () => {
    await post({ title: "x", due: { at: FAR }, reminders: [] }).expect(201);
    await post({ title: "x", due: { date: "2046-11-25" } }).expect(201);
    await post({ title: "x", due: { at: "2036-11-22T09:00:00Z" } }).expect(201);
    expect(await api.titles()).toHaveLength(3);
  });

  test("the chat says so, and what is kept from before may be changed otherwise", async () => {
    const { body } = await api.say("remind me to renew it on 4 May 2040 at 9:00");
    expect(body.response).toMatch(/^I could not do that: that would ring more than 10 years ahead/);
    const kept = aTask({ id: api.ids.next(), due: FAR });
    await atomically(api.store, async (tx) => (await api.tasks.change(tx, ADA)).put(kept));
    await patch(kept.id, { title: "y" }).expect(200);
  });
});
