import { beforeEach, describe, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import request from "supertest";
import { buildPublicApp, type PublicDeps } from "../src/app.ts";
import { changeTasks } from "../src/use-cases/tasks/change-tasks.ts";
import { everyOf } from "../src/use-cases/tasks/read-tasks.ts";
import { travel } from "../src/use-cases/tasks/travel.ts";
import { undoChanges } from "../src/use-cases/undo/undo-changes.ts";
import { aChatApi, type ChatApi } from "./a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
/** Ada at a door with other limits. */
const at = (over: Partial<PublicDeps>) => {
  const door = request(buildPublicApp({ ...api.publicDeps, ...over }));
  return (method: "get" | "post" | "patch", path: string) =>
    door[method](`/api/ada${path}`).auth(api.token, { type: "bearer" });
};
const small = () => ({ ...api, quotas: { ...api.quotas, taskBytes: 10_000 } });

test("tasks that take too much are refused with the way out, and what is there already reads and shrinks", async () => {
  const before = await api.addTask({ title: "long", notes: "漢".repeat(4_000) });
  const ask = at({ changeTasks: changeTasks(small()) });
  const refused = await ask("post", "/tasks").send({ title: "one more" }).expect(409);
  expect(refused.body.detail).toContain("shorten some notes");
  await ask("get", `/tasks/${before.id}`).expect(200);
  await ask("post", `/tasks/${before.id}/complete`).expect(200);
  await ask("patch", `/tasks/${before.id}`).send({ notes: "short" }).expect(200);
  await ask("post", "/tasks").send({ title: "one more" }).expect(201);
});

/** Ada's door, where not one byte more is let in than she has now. */
const full = async () => {
  const { bytes } = await atomically(api.rows, (tx) => api.tasks.change(tx, "ada"));
  const deps = { ...api, quotas: { ...api.quotas, taskBytes: bytes } };
  return at({
    changeTasks: changeTasks(deps),
    undoChanges: undoChanges(deps),
    travel: travel(deps),
  });
};

describe("of a list that takes all it may", () => {
  const floating = { local: "2026-12-03T08:00", timezone: "Asia/Tokyo", floating: true };
  const daily = { rule: "FREQ=DAILY", start: "2026-11-23T08:00", timezone: "Asia/Tokyo" };
  test("what floats goes along to a zone of a longer name and back, and its dates are moved", async () => {
    await api.addTask({ title: "breakfast", due: floating });
    const { id } = await api.addTask({ title: "stretch", repeat: { ...daily, floating: true } });
    const ask = await full();
    const timezone = "America/Argentina/Buenos_Aires";
    const { body } = await ask("post", "/tasks/travel").send({ timezone }).expect(200);
    expect(body.moved).toBe(2);
    await ask("post", "/tasks/travel").send({ timezone: "Asia/Tokyo" }).expect(200);
    await ask("post", "/undo").expect(200);
    await ask("patch", `/tasks/${id}`).send({ due: floating }).expect(200);
    await ask("patch", `/tasks/${id}`).send({ priority: "urgent" }).expect(200);
  });

  test("a deletion is taken back, for what lies in the trash was counted as well", async () => {
    const { id } = await api.addTask({ title: "milk", notes: "n".repeat(1_000) });
    const ask = await full();
    await api.as("delete", `/tasks/${id}`).expect(200);
    await ask("post", "/undo").expect(200);
    expect(await api.titles()).toEqual(["milk"]);
  });

  test("longer texts are refused, also by an undo that would bring them back: else there were no end to it", async () => {
    const { id } = await api.addTask({ title: "milk", notes: "n".repeat(1_000) });
    const short = await api.as("patch", `/tasks/${id}`).send({ notes: "short" }).expect(200);
    const ask = await full();
    for (const more of [{ notes: "longer" }, { title: "milk and bread" }, { tags: ["home"] }])
      await ask("patch", `/tasks/${id}`).send(more).expect(409);
    const { change_id } = short.body;
    const refused = await ask("post", "/undo").send({ change_id }).expect(409);
    expect(refused.body.detail).toContain("shorten some notes");
  });
});

test("of answers that are kept so many are kept in a day; without a key all goes on", async () => {
  const app = buildPublicApp({
    ...api.publicDeps,
    keptAnswers: { perDay: 2, bytesPerDay: 10_000 },
  });
  const add = (key?: string) => {
    const asking = request(app).post("/api/ada/tasks").auth(api.token, { type: "bearer" });
    return (key === undefined ? asking : asking.set("idempotency-key", key)).send({ title: "x" });
  };
  await add("1").expect(201);
  await add("2").expect(201);
  const refused = await add("3").expect(429);
  expect(refused.body.detail).toContain("without an Idempotency-Key");
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  await add().expect(201);
  api.clock.advance(86_400_000);
  await add("3").expect(201);
});

test("of answers that are kept the bytes are counted as well", async () => {
  const ask = at({ keptAnswers: { perDay: 100, bytesPerDay: 1_000 } });
  const task = { title: "x", notes: "n".repeat(2_000) };
  const add = (key: string) => ask("post", "/tasks").set("idempotency-key", key).send(task);
  expect((await add("1")).status).toBe(201);
  expect((await add("2")).status).toBe(429);
});

test("a batch costs what its operations do, and is made up for before there is another", async () => {
  const operations = Array.from({ length: 100 }, () => ({ op: "create", task: { title: "x" } }));
  const app = buildPublicApp({ ...api.publicDeps, rate: { perMinute: 600, burst: 300 } });
  const batch = () =>
    request(app)
      .post("/api/ada/tasks/batch")
      .auth(api.token, { type: "bearer" })
      .send({ operations });
  expect((await batch()).status).toBe(200);
  expect((await batch()).status).toBe(200);
  const refused = await batch();
  expect(refused.status).toBe(429);
  expect(refused.body.detail).toContain("too large ones");
});

test("a client that waits for Retry-After and sends the same again brings a long list in, one batch after the other", async () => {
  const app = buildPublicApp({ ...api.publicDeps, rate: { perMinute: 6_000, burst: 250 } });
  const batch = (n: number) =>
    request(app)
      .post("/api/ada/tasks/batch")
      .auth(api.token, { type: "bearer" })
      .set("idempotency-key", `part ${n}`)
      .send({
        operations: Array.from({ length: 100 }, () => ({ op: "create", task: { title: `${n}` } })),
      });
  let refused = 0;
  for (let n = 0; n < 4; n += 1) {
    let answer = await batch(n);
    for (; answer.status === 429; answer = await batch(n)) {
      refused += 1;
      api.clock.advance(Number(answer.headers["retry-after"]) * 1_000);
    }
    expect(answer.status).toBe(200);
  }
  // What is told is enough: nobody is refused twice.
  expect(refused).toBe(2);
  expect([...everyOf(await api.tasks.read("ada"))]).toHaveLength(400);
}, 30_000);

test.each([
  ["tells its length", (asking: request.Test, body: string) => asking.send(body)],
  ["comes in pieces", (asking: request.Test, body: string) => inPieces(asking, body)],
])("a body that is refused and %s costs what reading it does", async (_how, send) => {
  const app = buildPublicApp({ ...api.publicDeps, rate: { perMinute: 60, burst: 20 } });
  const post = () =>
    request(app).post("/api/ada/chat").auth(api.token, { type: "bearer" }).type("json");
  await send(post(), `[${"x".repeat(200_000)}`).expect(400);
  const refused = await post().send({ message: "list" });
  expect([refused.status, Number(refused.headers["retry-after"])]).toEqual([429, 21]);
});

test("a body that is too long costs what it says it has, for it comes none the less", async () => {
  const app = buildPublicApp({ ...api.publicDeps, rate: { perMinute: 60, burst: 20 } });
  const post = () => request(app).post("/api/ada/chat").auth(api.token, { type: "bearer" });
  await post()
    .send({ message: "x".repeat(1_000_000) })
    .expect(413);
  const refused = await post().send({ message: "list" });
  expect(refused.status).toBe(429);
});

function inPieces(asking: request.Test, body: string): request.Test {
  for (let from = 0; from < body.length; from += 16_384)
    asking.write(body.slice(from, from + 16_384));
  return asking;
}

const due = (day: number) => ({ at: `2027-01-0${day}T08:00:00Z` });

test("as many reminders may be still to ring as the setting says, and whoever has more already may have fewer", async () => {
  const first = await api.addTask({ title: "one", due: due(1) });
  await api.addTask({ title: "two", due: due(2) });
  const deps = { ...api, quotas: { ...api.quotas, pendingReminders: 1 } };
  const ask = at({ changeTasks: changeTasks(deps) });
  const refused = await ask("post", "/tasks")
    .send({ title: "three", due: due(3) })
    .expect(409);
  expect(refused.body.detail).toContain("You may have 1 reminders");
  await ask("post", `/tasks/${first.id}/complete`).expect(200);
});
