import { beforeEach, describe, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA, aTask } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const series = (rule = "FREQ=MINUTELY") => ({ rule, start: "2026-11-23T08:00", timezone: "UTC" });
const minutely = { title: "tick", repeat: series() };
const post = (task: object) => api.as("post", "/tasks").send(task);
const patch = (id: string, change: object) => api.as("patch", `/tasks/${id}`).send(change);

/** Ten that ring each minute are 600 an hour: all there may be. */
const ringAll = async (): Promise<{ id: string }[]> => {
  const made = [];
  for (let n = 0; n < 10; n += 1) made.push(await api.addTask(minutely));
  return made;
};

const refusedFor = (field: string) => ({
  status: 409,
  type: "application/problem+json",
  body: {
    errors: [{ field }],
    detail: expect.stringMatching(/600 times an hour.*let it come less often, or end/),
  },
});

describe("what repeats and nags rings so often an hour, over all tasks of a person", () => {
  test("an eleventh that rings each minute is refused, and once a day is still too much", async () => {
    const [first] = await ringAll();
    expect(await post(minutely)).toMatchObject(refusedFor("repeat"));
    expect(await post({ ...minutely, repeat: series("FREQ=DAILY") })).toMatchObject(
      refusedFor("repeat"),
    );
    await api.as("post", `/tasks/${first?.id}/end-series`).expect(200);
    await post(minutely).expect(201);
  });

  test("a reminder that rings once is not counted, however many there are", async () => {
    await ringAll();
    const once = { title: "once", due: { at: "2026-11-23T09:00:00Z" } };
    const operations = Array.from({ length: 100 }, () => ({ op: "create", task: once }));
    const { body } = await api.as("post", "/tasks/batch").send({ operations });
    expect(body.results.every(({ status }: { status: number }) => status === 201)).toBe(true);
  });

  test("each reminder of a date counts, and a nag counts what it repeats", async () => {
    const reminders = [{ minutes: 0 }, { minutes: -1 }, { minutes: -2 }];
    for (let n = 0; n < 3; n += 1) await post({ ...minutely, reminders }).expect(201);
    expect(await post({ ...minutely, reminders })).toMatchObject(refusedFor("repeat"));
    await post(minutely).expect(201);
    const due = { at: "2026-11-23T09:00:00Z" };
    expect(await post({ title: "x", due, nag: { every_minutes: 1, times: 1 } })).toMatchObject(
      refusedFor("nag"),
    );
  });

  test("a change that makes it more is refused and leaves the task, one that does not is made", async () => {
    await ringAll();
    const { id } = await api.addTask({ title: "x", due: { at: "2026-11-23T09:00:00Z" } });
    expect(await patch(id, { nag: { every_minutes: 5 } })).toMatchObject(refusedFor("nag"));
    expect(await patch(id, { repeat: series("FREQ=HOURLY") })).toMatchObject(refusedFor("repeat"));
    const { body } = await patch(id, { title: "y" }).expect(200);
    expect(body).toMatchObject({ title: "y", version: 2 });
    expect(body).not.toHaveProperty("nag");
  });

  test("in a batch the operation that is too much is refused alone, and named", async () => {
    await ringAll();
    const operations = [minutely, { title: "plain" }].map((task) => ({ op: "create", task }));
    const { body } = await api.as("post", "/tasks/batch").send({ operations });
    expect(body.results).toMatchObject([{ status: 409 }, { status: 201 }]);
    expect(body.results[0].problem.errors).toMatchObject([{ field: "operations.0.task.repeat" }]);
  });

  test("what would bring it back is refused: restoring, reopening and undoing, until there is room", async () => {
    const [trashed, done, other] = await ringAll();
    await api.as("delete", `/tasks/${trashed?.id}`).expect(200);
    const last = { ...series("FREQ=MINUTELY;COUNT=1"), from: "completion" };
    const once = await api.addTask({ ...minutely, repeat: last, nag: { every_minutes: 1 } });
    await api.as("post", `/tasks/${once.id}/complete`).expect(200);
    const refill = await api.addTask(minutely);
    expect(await api.as("post", `/tasks/${trashed?.id}/restore`)).toMatchObject(
      refusedFor("repeat"),
    );
    expect(await api.as("post", `/tasks/${once.id}/reopen`)).toMatchObject(refusedFor("nag"));
    await api.as("post", `/tasks/${done?.id}/end-series`).expect(200);
    const change = (await api.as("get", "/changes?limit=1")).body.items[0].id;
    await post(minutely).expect(201);
    expect(await api.as("post", "/undo").send({ change_id: change })).toMatchObject(
      refusedFor("repeat"),
    );
    for (const { id } of [refill, other ?? refill])
      await api.as("post", `/tasks/${id}/end-series`).expect(200);
    await api.as("post", "/undo").send({ change_id: change }).expect(200);
    await api.as("post", `/tasks/${trashed?.id}/restore`).expect(200);
  });

  test("the chat says so in a sentence, and nothing is added", async () => {
    await ringAll();
    const { body } = await api.say("remind me to stretch every day at 8");
    expect(body.response).toMatch(/^I could not do that: All that repeats .* else that repeats\.$/);
    expect(await api.titles()).toHaveLength(10);
  });

  test("who has more from before keeps it, may change it, and cannot add to it", async () => {
    const { repeat } = await api.addTask(minutely);
    await atomically(api.store, async (tx) => {
      const book = await api.tasks.change(tx, ADA);
      for (let n = 0; n < 50; n += 1)
        book.put(aTask({ id: api.ids.next(), repeat, due: "2026-11-23T08:00:00Z" }));
    });
    const { items } = (await api.as("get", "/tasks?limit=1")).body;
    await patch(items[0].id, { title: "still there" }).expect(200);
    await api.as("post", `/tasks/${items[0].id}/complete`).expect(200);
    expect(await post(minutely)).toMatchObject(refusedFor("repeat"));
  });
});
