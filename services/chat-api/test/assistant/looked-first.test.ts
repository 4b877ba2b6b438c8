import { beforeEach, expect, test } from "@jest/globals";
import { devVerifier, signDevToken } from "@todo-mesh/kit";
import { atomically, type Commit, createCommit } from "@todo-mesh/state";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { changeTasks } from "../../src/use-cases/tasks/change-tasks.ts";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi, SECRET } from "../a-chat-api.ts";
import { ADA, aTask } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

/** Ada says it at a door whose turns commit that way; answers what is said to her. */
const says = async (message: string, commit: Commit): Promise<string> => {
  const turns = createTurns({ ...api, commit });
  const app = buildPublicApp({ ...api.publicDeps, turns });
  const said = request(app).post("/api/ada/chat").auth(api.token, { type: "bearer" });
  return (await said.send({ message }).expect(200)).body.response;
};
/** The same commits, but `meanwhile` happens between the look and the transaction, for so many looks. */
const meanwhile = (happens: () => Promise<unknown>, most = Infinity) => {
  let commits = 0;
  const commit: Commit = async (userId, work, how) => {
    // The first is that of the message.
    commits += 1;
    if (commits > 1 && commits <= most + 1) await happens();
    return api.commit(userId, work, how);
  };
  return { commit, commits: () => commits };
};
const edit = (id: string, patch: object) => api.as("patch", `/tasks/${id}`).send(patch).expect(200);

test("the task that was meant is the one of that name when it is done, not when it was looked for", async () => {
  const { id } = await api.addTask({ title: "dentist" });
  const { commit } = meanwhile(() => edit(id, { title: "doctor" }), 1);
  expect(await says("complete dentist", commit)).toContain("I find no task called “dentist”");
  expect(await api.titles("?status=open")).toEqual(["doctor"]);
});

test("what else was changed while it was looked for is kept", async () => {
  const { id } = await api.addTask({ title: "dentist" });
  const { commit } = meanwhile(() => edit(id, { notes: "bring the card" }), 1);
  expect(await says("complete dentist", commit)).toBe("I marked “dentist” as done.");
  const { body } = await api.as("get", `/tasks/${id}`);
  expect(body).toMatchObject({ status: "done", notes: "bring the card", version: 3 });
});

test("a task that is changed again each time it was looked for is left alone in the end", async () => {
  const { id } = await api.addTask({ title: "dentist" });
  let n = 0;
  const changing = meanwhile(() => edit(id, { notes: `${(n += 1)}` }), 8);
  expect(await says("complete dentist", changing.commit)).toContain("Others kept changing this");
  expect(changing.commits()).toBe(1 + 8 + 1);
});

const longTitle = (n: number) => `${"some words that are like others ".repeat(6)} ${n}`;

test("nobody's writes wait while a task is looked for in a long list", async () => {
  for (let from = 0; from < 3_000; from += 100)
    await atomically(api.rows, async (tx) => {
      const book = await api.tasks.change(tx, ADA);
      for (let n = from; n < from + 100; n += 1) book.put(aTask({ title: longTitle(n) }));
    });
  const commit = createCommit(api.store, { atOnce: 1 });
  const order: string[] = [];
  const add = changeTasks({ ...api, commit });
  const bobs = async (): Promise<void> => {
    await add({ userId: "bob" }, { op: "create", task: { title: "milk" } });
    order.push("bob");
  };
  const turns = createTurns({ ...api, commit });
  const bob = Promise.withResolvers<void>();
  await turns.take({ userId: ADA, request: { message: "complete smoe wrods" } }, ({ event }) => {
    if (event === "turn.started") setImmediate(() => bob.resolve(bobs()));
    if (event === "tool.finished") order.push("ada");
  });
  await bob.promise;
  expect(order).toEqual(["bob", "ada"]);
});

test("looking through a long list costs its person more than through a short one", async () => {
  const verify = devVerifier(SECRET);
  const rate = { perMinute: 600, burst: 20 };
  const app = buildPublicApp({ ...api.publicDeps, verify, rate });
  const ask = async (user: string) => {
    const token = await signDevToken(SECRET, { user });
    const said = request(app).post(`/api/${user}/chat`).auth(token, { type: "bearer" });
    return (await said.send({ message: "complete nothing" })).status;
  };
  await atomically(api.rows, async (tx) => {
    const book = await api.tasks.change(tx, ADA);
    for (let n = 0; n < 1_000; n += 1) book.put(aTask({ title: `${"long ".repeat(39)}${n}` }));
  });
  expect([await ask("ada"), await ask("ada")]).toEqual([200, 429]);
  expect([await ask("bob"), await ask("bob")]).toEqual([200, 200]);
});

test("a search pays for what it looks through", async () => {
  const verify = devVerifier(SECRET);
  const rate = { perMinute: 600, burst: 20 };
  const app = buildPublicApp({ ...api.publicDeps, verify, rate });
  const token = await signDevToken(SECRET, { user: ADA });
  await atomically(api.rows, async (tx) => {
    const book = await api.tasks.change(tx, ADA);
    for (let n = 0; n < 800; n += 1) book.put(aTask({ notes: "n".repeat(4_000) }));
  });
  const ask = async (query: string) =>
    (await request(app).get(`/api/${ADA}/tasks?${query}`).auth(token, { type: "bearer" })).status;
  const statuses: number[] = [];
  for (let n = 0; n < 8; n += 1) statuses.push(await ask("limit=1"));
  for (let n = 0; n < 4; n += 1) statuses.push(await ask("limit=1&query=zebra"));
  expect(statuses.map((status) => status === 429).indexOf(true)).toBe(10);
});
