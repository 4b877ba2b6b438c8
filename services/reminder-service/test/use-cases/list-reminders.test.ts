import { describe, expect, test } from "@jest/globals";
import type { ReminderQuery, Task } from "@todo-mesh/contracts";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aService } from "../a-service.ts";
import { aSeries } from "../a-series.ts";
import { aTask, at, dueAt, TASK_ID } from "../a-task.ts";

type Service = ReturnType<typeof aService>;
const ASKED = { limit: 50, state: "pending", timezone: "UTC" } as const;
const idOf = (n: number): string => TASK_ID.replace(/.{4}$/, String(n).padStart(4, "0"));
const numbered = (n: number, facts: Parameters<typeof aTask>[0]): Task =>
  aTask({ id: idOf(n), title: `task ${n}`, ...facts });

const listed = async ({ list }: Service, asked: Partial<ReminderQuery> = {}, user = "ada") =>
  (await list(user, { ...ASKED, ...asked })).items;
const told = async (service: Service, asked: Partial<ReminderQuery> = {}) =>
  (await listed(service, asked)).map(
    ({ title, due_at, state }) => `${due_at.slice(11, 16)} ${title} ${state}`,
  );

async function threeTasks(): Promise<Service> {
  const service = aService();
  await service.hear(
    numbered(1, { due: "10:00", reminders: [{ minutes: -90 }, { minutes: 0 }] }),
    numbered(2, { due: "09:00" }),
    numbered(3, {}),
  );
  return service;
}

describe("a person's reminders", () => {
  test("are those to come, the earliest first", async () => {
    expect(await told(await threeTasks())).toEqual([
      "08:30 task 1 planned",
      "09:00 task 2 planned",
      "10:00 task 1 planned",
    ]);
  });

  test("are those of before once they rang, the latest first", async () => {
    const service = await threeTasks();
    await service.ringAt("08:30");
    await service.ringAt("09:00");
    expect(await told(service, { state: "past" })).toEqual([
      "09:00 task 2 announced",
      "08:30 task 1 announced",
    ]);
    expect(await told(service)).toEqual(["10:00 task 1 planned"]);
  });

  test("are those of a task, and there are none of a task that has none", async () => {
    const service = await threeTasks();
    expect(await told(service, { task_id: idOf(2) })).toEqual(["09:00 task 2 planned"]);
    expect(await told(service, { task_id: idOf(3) })).toEqual([]);
  });

  test("are those of a day as the clocks of a zone have it", async () => {
    const service = aService();
    const late = dueAt(new Date("2026-11-22T23:30:00.000Z"));
    await service.hear(numbered(1, { due: late }), numbered(2, { due: "22:59" }));
    const rome = { timezone: "Europe/Rome" };
    expect(await told(service, { day: "2026-11-22", ...rome })).toEqual(["22:59 task 2 planned"]);
    expect(await told(service, { day: "2026-11-23", ...rome })).toEqual(["23:30 task 1 planned"]);
  });

  test("are every ring of a series that is known, and the next", async () => {
    const service = aService();
    await service.hear(aSeries());
    for (const time of ["09:00", "10:00"]) await service.ringAt(time);
    expect(await told(service, { state: "all" })).toEqual([
      expect.stringMatching(/^09:00 .* announced$/),
      expect.stringMatching(/^10:00 .* announced$/),
      expect.stringMatching(/^11:00 .* planned$/),
    ]);
  });

  test("have those that cannot be planned among the pending ones, with the reason", async () => {
    const service = aService();
    const farOff = dueAt(new Date("9999-12-30T08:00:00.000Z"));
    await service.hear(numbered(1, { due: farOff }));
    const [unplanned] = await listed(service);
    expect(unplanned).toMatchObject({ state: "unplanned", reason: "Its date lies too far ahead." });
    const [event] = await service.announced();
    expect(await service.read("ada", event?.id ?? "")).toMatchObject({
      reason: "Its date lies too far ahead.",
    });
  });

  test("have those of whose news was lost, under the id that its owner was told", async () => {
    const service = await threeTasks();
    const [value] = [{ id: "lost", type: "todo.task.updated.v1", data: newsOf(2) }];
    await service.loseNews([{ value, kind: "too-large", reason: "" }]);
    const [event] = await service.announced();
    expect(await service.read("ada", event?.id ?? "")).toMatchObject({
      state: "unplanned",
      reason: "It is too large.",
    });
  });

  test("stay those of a task that was moved, and leave none behind", async () => {
    const service = await threeTasks();
    await service.hear(numbered(2, { due: "12:00", version: 2, changed: "08:10" }));
    expect(await told(service, { task_id: idOf(2), state: "all" })).toEqual([
      "12:00 task 2 planned",
    ]);
    expect((await told(service)).at(-1)).toBe("12:00 task 2 planned");
  });
});

const newsOf = (n: number) => ({ user_id: "ada", task: { id: idOf(n), title: `task ${n}` } });

test("one reminder tells when it rang, and what became of it and why", async () => {
  const service = await threeTasks();
  await service.ringAt("08:30");
  const [event] = await service.announced();
  const id = reminderIdOf(idOf(1), "minutes:-90");
  expect(await service.read("ada", id)).toMatchObject({
    id,
    state: "announced",
    rang: [{ occurrence_id: event?.id, due_at: at("08:30").toISOString() }],
    history: [
      { cause: "wanted", facts: { to: at("08:30").toISOString(), by: "person" } },
      { cause: "time-came" },
      { cause: "unchanged" },
    ],
  });
});

test("another's reminders are not there, by any way", async () => {
  const service = await threeTasks();
  const [one] = await listed(service);
  expect(await listed(service, {}, "bob")).toEqual([]);
  expect(await listed(service, { task_id: idOf(1), state: "all" }, "bob")).toEqual([]);
  for (const [user, id] of [
    ["bob", one?.id ?? ""],
    ["ada", reminderIdOf(idOf(3), "due")],
  ] as const)
    await expect(service.read(user, id)).rejects.toMatchObject({ kind: "not-found" });
});

test("a ring writes nothing but what it wrote before there was an index", async () => {
  const service = aService();
  await service.hear(aSeries());
  const indexRows = () =>
    JSON.stringify([...service.store.rows()].filter(([key]) => key.startsWith("reminder-index")));
  const before = indexRows();
  expect(before).toContain(TASK_ID);
  for (const time of ["09:00", "10:00"]) await service.ringAt(time);
  expect(indexRows()).toBe(before);
});

test("what was kept before there was an index is found by its task, and by all ways once it rings", async () => {
  const service = await threeTasks();
  for (const [key, { value }] of service.store.rows()) {
    const isOfIndex = key.startsWith("reminder-index");
    if (isOfIndex) await service.store.transact([{ delete: key }]);
    if (!key.startsWith("ledger")) continue;
    const { listed: _, ...before } = JSON.parse(JSON.stringify(value));
    await service.store.transact([{ put: key, value: before }]);
  }
  expect(await told(service)).toEqual([]);
  expect(await told(service, { task_id: idOf(2) })).toEqual(["09:00 task 2 planned"]);
  await service.ringAt("08:30");
  expect(await told(service)).toEqual(["10:00 task 1 planned"]);
});

test("of a person who is erased the index keeps nothing, not even their name", async () => {
  const service = await threeTasks();
  for (const n of [1, 2]) await service.hearErased(idOf(n), 2);
  expect(await told(service, { state: "all" })).toEqual([]);
  await service.hearErased(idOf(3), 2);
  const keys = [...service.store.rows().keys()].filter((key) => key.startsWith("reminder-index"));
  expect(keys).toEqual([]);
});

test("what has been over for a hundred days leaves the index as another task enters it", async () => {
  const service = await threeTasks();
  await service.ringAt("08:30");
  await service.ringAt("10:00");
  service.clock.set(new Date("2027-03-22T08:00:00.000Z"));
  await service.hear(numbered(4, { due: dueAt(new Date("2027-04-01T08:00:00.000Z")), version: 1 }));
  expect((await service.index.entriesOf("ada")).map(({ task_id }) => task_id)).toEqual([idOf(4)]);
});

test("a cursor that no page gave is refused", async () => {
  const service = await threeTasks();
  for (const cursor of ["x", "1", ".", `1.${"g".repeat(36)}`])
    await expect(listed(service, { cursor })).rejects.toMatchObject({ kind: "invalid" });
});
