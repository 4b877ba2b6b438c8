import { describe, expect, test } from "@jest/globals";
import { type Task } from "@todo-mesh/contracts";
import { ReminderUnplanned } from "@todo-mesh/contracts/events";
import { aService } from "../a-service.ts";
import { aTask, at, dueAt, TASK_ID } from "../a-task.ts";

const FAR_OFF = dueAt(new Date("9999-12-30T08:00:00.000Z"));
const daily = (rule: string): Partial<Task> => ({
  repeat: { rule, start: "2026-11-22T10:00:00", timezone: "Europe/Rome", from: "schedule" },
});

async function saidOf(...tasks: readonly Task[]) {
  const service = aService();
  await service.hear(...tasks);
  const said = (await service.announced()).map(({ data }) => ReminderUnplanned.data.parse(data));
  return { ...service, said };
}

describe("a task whose reminder cannot be planned", () => {
  test.each([
    ["lies beyond the calendar", aTask({ due: FAR_OFF }), "Its date lies too far ahead."],
    [
      "repeats by a rule that cannot be followed",
      aTask({ due: "09:00", ...daily("FREQ=NEVER") }),
      expect.stringMatching(/^It does not come again: .+\.$/),
    ],
  ])(
    "because it %s, is told to its owner, and stands in the ledger",
    async (_why, task, reason) => {
      const { said, store } = await saidOf(task);
      expect(said).toMatchObject([
        {
          user_id: "ada",
          task_id: TASK_ID,
          title: "call mum",
          reason,
          at: at("08:00").toISOString(),
        },
      ]);
      expect(store.rows().get(`ledger:${TASK_ID}`)).toMatchObject({
        value: { unplanned: { reason, at: at("08:00").toISOString() } },
      });
    },
  );

  test("is told once, however often the news comes, and however the task changes otherwise", async () => {
    const task = aTask({ due: FAR_OFF });
    const { hear, announced } = await saidOf(task, task);
    await hear(task);
    await hear({ ...task, version: 2, title: "call dad" });
    expect(await announced()).toHaveLength(1);
  });

  test("is told again when it was planned in between", async () => {
    const { hear, announced, clock } = await saidOf(aTask({ due: FAR_OFF }));
    await hear(aTask({ version: 2, due: "09:00" }));
    clock.set(at("08:10"));
    await hear(aTask({ version: 3, due: FAR_OFF }));
    const ids = (await announced()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toHaveLength(2);
  });

  test("lets the others of its batch be planned", async () => {
    const other = aTask({ id: "5b0a1f9e-6a0e-4a8e-8f51-000000000002", due: "09:30" });
    const { jobs } = await saidOf(aTask({ due: FAR_OFF }), other);
    expect(jobs.scheduled().map((job) => job.at)).toEqual([at("09:30")]);
  });

  test("no longer rings when it did before", async () => {
    const { hear, ringAt, announced } = await saidOf(aTask({ due: "09:00" }));
    await hear(aTask({ version: 2, due: FAR_OFF }));
    await ringAt("09:00");
    expect((await announced()).map(({ type }) => type)).toEqual(["todo.reminder.unplanned.v1"]);
  });

  test("is of no interest when it wants no reminder", async () => {
    const { said } = await saidOf(
      aTask({ due: FAR_OFF, reminders: [] }),
      aTask({ id: "5b0a1f9e-6a0e-4a8e-8f51-000000000002" }),
    );
    expect(said).toEqual([]);
  });
});

const lost = (value: unknown, kind = "invalid", reason = "broken") => ({ value, kind, reason });
const eventOf = (task: unknown, over: object = {}) => ({
  id: "an event",
  type: "todo.task.updated.v1",
  data: { user_id: "ada", task },
  ...over,
});

describe("news of a task that could not be taken in", () => {
  test("is told to the owner of the task once, though it lies with the dead letters twice", async () => {
    const service = aService();
    const value = eventOf({ id: TASK_ID, title: "call mum", due: "nonsense" });
    await service.loseNews([lost(value), lost(value)]);
    await service.loseNews([lost(value)]);
    expect((await service.announced()).map(({ data }) => data)).toMatchObject([
      {
        user_id: "ada",
        task_id: TASK_ID,
        title: "call mum",
        reason: "Something in it could not be understood.",
      },
    ]);
  });

  test("is told though its title cannot be read, and though it was our fault", async () => {
    const service = aService();
    await service.loseNews([lost(eventOf({ id: TASK_ID, title: 7 }), "bug")]);
    expect((await service.announced()).map(({ data }) => data)).toMatchObject([
      { title: "a task", reason: "Something went wrong on our side." },
    ]);
  });

  test("says that it was the time zone", async () => {
    const service = aService();
    const reason = "✖ not an IANA time zone → at task.due.timezone";
    await service.loseNews([lost(eventOf({ id: TASK_ID, title: "call mum" }), "invalid", reason)]);
    expect((await service.announced()).map(({ data }) => data)).toMatchObject([
      { reason: "Its time zone is not known here." },
    ]);
  });

  test("stands in the ledger of the task, and leaves its reminders as they were", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.loseNews([lost(eventOf({ id: TASK_ID, title: "call mum" }))]);
    expect(service.store.rows().get(`ledger:${TASK_ID}`)).toMatchObject({
      value: { unplanned: { reason: "Something in it could not be understood." } },
    });
    expect(service.jobs.scheduled()).toHaveLength(1);
    expect(await service.announced()).toHaveLength(1);
  });

  test("of a task that was erased is told to nobody", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.hearErased(TASK_ID, 2);
    await service.loseNews([lost(eventOf({ id: TASK_ID, title: "call mum" }))]);
    expect(await service.announced()).toEqual([]);
  });

  test.each([
    ["no event", "{ not json"],
    ["nothing", undefined],
    ["an event of another kind", eventOf({ id: TASK_ID }, { type: "todo.task.erased.v1" })],
    ["an event of nobody", { ...eventOf({ id: TASK_ID }), data: { task: { id: TASK_ID } } }],
  ])("is told to nobody when it is %s", async (_what, value) => {
    const service = aService();
    await service.loseNews([lost(value)]);
    expect(await service.announced()).toEqual([]);
  });
});
