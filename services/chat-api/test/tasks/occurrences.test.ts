import { beforeEach, describe, expect, test } from "@jest/globals";
import { Export, Task, type TaskOccurrence } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const repeat = { rule: "FREQ=DAILY", start: "2026-11-23T08:00", timezone: "Europe/Rome" };
const aSeries = (more: object = {}) =>
  api.addTask({ title: "stretch", repeat: { ...repeat, ...more } });
const does = async (id: string, verb: string) =>
  (await api.as("post", `/tasks/${id}/${verb}`).expect(200)).body;
const undo = () => api.as("post", "/undo").expect(200);
const page = async (id: string, query = "") =>
  (await api.as("get", `/tasks/${id}/occurrences${query}`).expect(200)).body;
const told = ({ state, occurrence }: TaskOccurrence) => `${occurrence.local.slice(8, 10)} ${state}`;
const all = async (id: string): Promise<string[]> => (await page(id, "?limit=200")).items.map(told);

describe("what became of the dates of a series", () => {
  test("is told by the task, its page, the journal, the event and the export", async () => {
    const { id } = await aSeries();
    await does(id, "complete");
    await does(id, "skip");
    const due = { local: "2026-11-24T20:00", timezone: "Europe/Rome" };
    const moved = (await api.as("patch", `/tasks/${id}`).send({ due }).expect(200)).body;
    expect(moved.occurrences).toMatchObject({
      done: 1,
      skipped: 1,
      moved: 1,
      done_at: expect.any(String),
    });
    const { items } = await page(id);
    expect(items.map(told)).toEqual(["25 moved", "24 skipped", "23 done"]);
    expect(items[0]).toMatchObject({
      change_id: moved.change_id,
      due: { local: "2026-11-24T20:00:00" },
    });
    expect(await api.events()).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ task: moved }) }),
    );
    const changes = (await api.as("get", "/changes")).body.items;
    expect(changes[2]).toMatchObject({ verb: "completed", after: { occurrences: { done: 1 } } });
    const kept = Export.parse((await api.as("get", "/export").expect(200)).body);
    expect(kept.occurrences.map(told)).toEqual(["23 done", "24 skipped", "25 moved"]);
    expect(kept.occurrences[0]?.task_id).toBe(id);
  });

  test("says of a date that was moved and then done where it was", async () => {
    const { id } = await aSeries();
    const due = { local: "2026-11-22T20:00", timezone: "Europe/Rome" };
    await api.as("patch", `/tasks/${id}`).send({ due }).expect(200);
    await does(id, "complete");
    const [done] = (await page(id)).items;
    expect(done).toMatchObject({
      state: "done",
      occurrence: { local: "2026-11-23T08:00:00" },
      due: { local: "2026-11-22T20:00:00" },
    });
  });

  test("is without what was taken back, and has it again when that is taken back", async () => {
    const { id } = await aSeries();
    for (let n = 0; n < 7; n += 1) await does(id, "complete");
    const { body } = await undo();
    await undo();
    expect(await all(id)).toEqual(["27 done", "26 done", "25 done", "24 done", "23 done"]);
    await does(id, "skip");
    expect((await all(id)).slice(0, 2)).toEqual(["28 skipped", "27 done"]);
    await undo();
    for (let n = 0; n < 5; n += 1) await undo();
    expect(await all(id)).toEqual([]);
    expect(await api.as("get", `/tasks/${id}`)).not.toHaveProperty("body.occurrences");
    expect(body.changes).toHaveLength(1);
  });

  test("is paged however long it is, each once", async () => {
    const { id } = await aSeries({ rule: "FREQ=HOURLY" });
    for (let part = 0; part < 2; part += 1) {
      const operations = Array.from({ length: 60 }, () => ({ op: "complete", id }));
      await api.as("post", "/tasks/batch").send({ operations }).expect(200);
    }
    const seen: TaskOccurrence[] = [];
    let query = "?limit=50";
    for (let cursor = ""; cursor !== undefined; query = `?limit=50&cursor=${cursor}`) {
      const { items, next_cursor } = await page(id, query);
      seen.push(...items);
      cursor = next_cursor;
    }
    const times = seen.map(({ occurrence }) => occurrence.at);
    expect(new Set(times).size).toBe(120);
    expect(times).toEqual(times.toSorted().toReversed());
    const kept = Export.parse((await api.as("get", "/export").expect(200)).body);
    expect(kept.occurrences.map(({ occurrence }) => occurrence.at)).toEqual(times.toReversed());
    const { occurrences } = Task.parse((await api.as("get", `/tasks/${id}`)).body);
    expect([occurrences?.done, occurrences?.recent.length]).toEqual([120, 5]);
  }, 30_000);

  test("goes with the task when everything is erased", async () => {
    const { id } = await aSeries();
    for (let n = 0; n < 8; n += 1) await does(id, "complete");
    const rows = () => [...api.rows.rows().keys()].filter((key) => key.startsWith("occurrences"));
    expect(rows()).toHaveLength(1);
    await api.as("delete", "/").expect(200);
    expect(rows()).toEqual([]);
  });

  test("goes to the trash with its task, and a cursor that it did not give is refused", async () => {
    const { id } = await aSeries();
    const status = async (query = "") =>
      (await api.as("get", `/tasks/${id}/occurrences${query}`)).status;
    expect([await status(), await status("?cursor=x")]).toEqual([200, 400]);
    await api.as("delete", `/tasks/${id}`).expect(200);
    expect(await status()).toBe(404);
  });

  test("is without the last date when the task is opened again", async () => {
    const { id } = await aSeries({ rule: "FREQ=DAILY;COUNT=2" });
    await does(id, "complete");
    expect((await does(id, "complete")).status).toBe("done");
    expect((await does(id, "reopen")).occurrences).toMatchObject({ done: 1 });
    expect(await all(id)).toEqual(["23 done"]);
  });
});

test("a series of which a date was done is among the done ones, and with the open ones still", async () => {
  const { id } = await aSeries();
  await api.addTask({ title: "milk" });
  expect(await api.titles("?status=done")).toEqual([]);
  await does(id, "complete");
  expect(await api.titles("?status=done")).toEqual(["stretch"]);
  expect(await api.titles("?status=open")).toEqual(["stretch", "milk"]);
  await undo();
  expect(await api.titles("?status=done")).toEqual([]);
});

test("who asks what is done is told which date of a series was, and how often", async () => {
  const says = api.talk();
  await aSeries();
  await says("done with stretch");
  expect(await says("what did I finish, what is done?")).toContain(
    "1. stretch (done once, for Monday 23 November 2026 at 08:00; due again on Tuesday 24 November 2026 at 08:00 (Europe/Rome))",
  );
  await says("done with stretch");
  expect(await says("show done")).toContain(
    "done 2 times, last for Tuesday 24 November 2026 at 08:00;",
  );
});
