import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const breakfast = { local: "2026-12-03T08:00", timezone: "Europe/Rome", floating: true };
const travel = (timezone: string) => api.as("post", "/tasks/move-floating").send({ timezone });
const withKey = () => travel("Asia/Tokyo").set("idempotency-key", "k");
const dues = async () =>
  (await api.as("get", "/tasks?limit=200")).body.items.map(
    ({ due }: { due: { at: string } }) => due.at,
  );

const fifty = async (): Promise<void> => {
  const operations = Array.from({ length: 50 }, () => ({
    op: "create",
    task: { title: "x", due: breakfast },
  }));
  await api.as("post", "/tasks/batch").send({ operations }).expect(200);
};

test("what floats is due by the clock of the place where the person is; what has a zone stays", async () => {
  await api.addTask({ title: "breakfast", due: breakfast });
  await api.addTask({ title: "call Rome", due: { ...breakfast, floating: undefined } });
  const { body } = await travel("Asia/Tokyo").expect(200);
  expect(body).toMatchObject({ moved: 1, timezone: "Asia/Tokyo" });
  expect(await dues()).toEqual(["2026-12-02T23:00:00.000Z", "2026-12-03T07:00:00.000Z"]);
  expect((await travel("Asia/Tokyo").expect(200)).body.moved).toBe(0);
  await api.as("post", "/undo").send({ batch_id: body.batch_id }).expect(200);
  expect(await dues()).toEqual(["2026-12-03T07:00:00.000Z", "2026-12-03T07:00:00.000Z"]);
});

test("the path of before leads to the same", async () => {
  await api.addTask({ title: "breakfast", due: breakfast });
  const { body } = await api.as("post", "/tasks/travel").send({ timezone: "Asia/Tokyo" });
  expect(body).toMatchObject({ moved: 1, timezone: "Asia/Tokyo" });
});

test("a series that floats goes on in the new zone", async () => {
  const repeat = { rule: "FREQ=DAILY", start: "2026-11-23T08:00", timezone: "Europe/Rome" };
  const { id } = await api.addTask({ title: "stretch", repeat: { ...repeat, floating: true } });
  await travel("America/New_York").expect(200);
  const { body } = await api.as("post", `/tasks/${id}/complete`).expect(200);
  expect(body.due).toMatchObject({ local: "2026-11-24T08:00:00", at: "2026-11-24T13:00:00.000Z" });
});

test("twice with one key is one journey, and has one answer", async () => {
  await api.addTask({ title: "breakfast", due: breakfast });
  const first = await travel("Asia/Tokyo").set("idempotency-key", "k").expect(200);
  await api.addTask({ title: "lunch", due: breakfast });
  const again = await travel("Asia/Tokyo").set("idempotency-key", "k").expect(200);
  expect(again.text).toBe(first.text);
  expect(await dues()).toEqual(["2026-12-02T23:00:00.000Z", "2026-12-03T07:00:00.000Z"]);
  await travel("Europe/Rome").set("idempotency-key", "k").expect(422);
});

test("two journeys at once, to different zones, end after one another, each having moved each task once", async () => {
  await api.addTask({ title: "breakfast", due: breakfast });
  const { transact } = api.rows;
  let commits = 0;
  Object.assign(api.rows, {
    transact: async (writes: Parameters<typeof transact>[0]) => {
      commits += 1;
      if (commits > 30) throw new Error("this never ends");
      return transact(writes);
    },
  });
  const [first, second] = await Promise.all([travel("Asia/Tokyo"), travel("America/New_York")]);
  expect([first.body.moved, second.body.moved]).toEqual([1, 1]);
  expect((await api.as("get", "/changes")).body.items).toHaveLength(3);
});

test("a journey ends with its caller, and goes on when it is asked for again", async () => {
  await fifty();
  const caller = new AbortController();
  const { transact } = api.rows;
  const journey = api.publicDeps.travel({ userId: "ada", signal: caller.signal }, "Asia/Tokyo");
  Object.assign(api.rows, {
    transact: async (writes: Parameters<typeof transact>[0]) => {
      if (writes.some((write) => "put" in write && write.put === "tasks:ada")) caller.abort();
      return transact(writes);
    },
  });
  await expect(journey).rejects.toMatchObject({ kind: "unavailable" });
  const again = await travel("Asia/Tokyo").expect(200);
  expect(again.body.moved).toBe(30);
});

test("many go along, also when it was cut off and is asked again", async () => {
  await fifty();
  api.store.breakAt(2, "before");
  await travel("Asia/Tokyo").expect(503);
  expect((await travel("Asia/Tokyo").expect(200)).body.moved).toBe(30);
  expect(new Set(await dues())).toEqual(new Set(["2026-12-02T23:00:00.000Z"]));
});

test("with its key a journey that was cut off is one batch, and is taken back as one", async () => {
  await fifty();
  const before = await dues();
  api.store.breakAt(3, "before");
  await withKey().expect(503);
  const { batch_id } = (await withKey().expect(200)).body;
  await api.as("post", "/undo").send({ batch_id }).expect(200);
  expect(await dues()).toEqual(before);
});

test("a zone nobody knows is refused, and the field is named", async () => {
  expect(fieldsOf(await travel("Mars/Olympus").expect(400))).toEqual(["timezone"]);
});
