import { beforeEach, expect, test } from "@jest/globals";
import { Export } from "@todo-mesh/contracts";
import { signDevToken } from "@todo-mesh/kit";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { aChatApi, type ChatApi, SECRET } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

async function aLife(): Promise<void> {
  const operations = Array.from({ length: 100 }, (_, n) => ({
    op: "create",
    task: { title: `t${n}` },
  }));
  await api.as("post", "/tasks/batch").send({ operations }).expect(200);
  await api.as("post", "/tasks/batch").send({ operations }).expect(200);
  await api.say("add buy milk");
  await api.say("done with milk");
}
const keysOf = (who: string) => [...api.rows.rows().keys()].filter((key) => key.includes(who));

test("an export has everything: tasks with the trash, the journal and the conversations, the oldest first", async () => {
  const { id } = await api.addTask({ title: "in the trash" });
  await api.as("delete", `/tasks/${id}`).expect(200);
  await api.say("add buy milk");
  const res = await api.as("get", "/export").expect(200);
  expect(res.headers["content-disposition"]).toContain("todo-mesh.json");
  const all = Export.parse(res.body);
  expect(all.tasks.map(({ title }) => title)).toEqual(["in the trash", "buy milk"]);
  expect(all.changes.map(({ verb }) => verb)).toEqual(["created", "deleted", "created"]);
  expect(all.conversations.map(({ messages }) => messages.map(({ text }) => text))).toEqual([
    ["add buy milk", "I added “buy milk” to your list."],
  ]);
});

test("who has nothing exports nothing, and may be erased all the same", async () => {
  const { tasks, changes, conversations } = Export.parse((await api.as("get", "/export")).body);
  expect([tasks, changes, conversations]).toEqual([[], [], []]);
  expect((await api.as("delete", "/").expect(200)).body).toMatchObject({
    tasks: 0,
    conversations: 0,
  });
});

test("erasing leaves nothing of a person but answers that go by themselves, and tells everyone of each task", async () => {
  await aLife();
  const { body } = await api.as("delete", "/").expect(200);
  expect(body).toMatchObject({ tasks: 201, conversations: 2 });
  expect(await api.titles()).toEqual([]);
  const left = keysOf("ada").filter((key) => api.rows.rows().get(key)?.expiresAt === Infinity);
  expect(left).toEqual([]);
  const events = await api.events();
  const erased = events.filter(({ type }) => type === "todo.task.erased.v1");
  expect(new Set(erased.map(({ subject }) => subject)).size).toBe(201);
  expect(events.slice(-2)).toMatchObject([
    { type: "todo.person.erased.v1", data: { user_id: "ada" } },
    { type: "todo.user.erased.v1", data: { user_id: "ada" } },
  ]);
});

test("cut off at any write it is asked again, and then nothing is left", async () => {
  for (let nth = 1; nth <= 12; nth += 1) {
    await aLife();
    api.store.breakAt(nth, nth % 2 === 0 ? "before" : "after");
    await api.as("delete", "/");
    api.store.breakAt(0, "before");
    await api.as("delete", "/").expect(200);
    expect(Export.parse((await api.as("get", "/export")).body)).toMatchObject({
      tasks: [],
      changes: [],
      conversations: [],
    });
  }
}, 30_000);

test("erasing that is sent again with its key leaves alone what came after it", async () => {
  await aLife();
  const first = await api.as("delete", "/").set("idempotency-key", "k").expect(200);
  await api.addTask({ title: "a new life" });
  const again = await api.as("delete", "/").set("idempotency-key", "k").expect(200);
  expect(again.text).toBe(first.text);
  expect(await api.titles()).toEqual(["a new life"]);
});

test("a person may begin anew, and another's things are left alone", async () => {
  const bob = await signDevToken(SECRET, { user: "bob" });
  const bobs = () => request(api.app).get("/api/bob/tasks").auth(bob, { type: "bearer" });
  await request(api.app)
    .post("/api/bob/tasks")
    .auth(bob, { type: "bearer" })
    .send({ title: "bob's" });
  await aLife();
  await api.as("delete", "/").expect(200);
  await api.addTask({ title: "a new life" });
  expect(await api.titles()).toEqual(["a new life"]);
  expect((await bobs()).body.items).toMatchObject([{ title: "bob's" }]);
});

test("an export that breaks half-way is broken off, and not taken for a whole one", async () => {
  await aLife();
  const { getMany } = api.rows;
  Object.assign(api.rows, {
    getMany: async (keys: readonly string[]) => {
      // It comes after the tasks, which are more than the first piece.
      if (keys.some((key) => key.startsWith("journal"))) throw new Error("the store is gone");
      return getMany(keys);
    },
  });
  await expect(api.as("get", "/export")).rejects.toThrow(/aborted|hang up/);
});

test("an export waits until there is enough to pay it from, and shuts nobody out who asks after it", async () => {
  await aLife();
  const rate = { perMinute: 600, burst: 21 };
  const app = buildPublicApp({ ...api.publicDeps, rate });
  const ask = (path: string) =>
    request(app).get(`/api/ada${path}`).auth(api.token, { type: "bearer" });
  const began = api.clock.now().getTime();
  const { text } = await ask("/export").expect(200);
  const pieces = Math.ceil(text.length / 32_768);
  expect(pieces).toBeGreaterThan(3);
  // It begins with 20 units, a piece costs one and its bytes half of one, and a unit takes a tenth of a second.
  const units = 20 + (pieces - 2) * 1.5;
  expect(api.clock.now().getTime() - began).toBeGreaterThanOrEqual(units * 100);
  // As many are left, and the bytes of an answer cost a little, too.
  for (let n = 0; n < 19; n += 1) await ask("/tasks?limit=1").expect(200);
});

test("an export goes no faster than its person's pace, whatever is left of their burst", async () => {
  await aLife();
  const rate = { perMinute: 60_000, burst: 10_000, perSecond: 10 };
  const app = buildPublicApp({ ...api.publicDeps, rate });
  const began = api.clock.now().getTime();
  const { text } = await request(app)
    .get("/api/ada/export")
    .auth(api.token, { type: "bearer" })
    .expect(200);
  const pieces = Math.ceil(text.length / 32_768);
  expect(api.clock.now().getTime() - began).toBeGreaterThanOrEqual((20 + pieces - 2) * 100 - 250);
});

test("erasing ends though its person goes on writing, and keeps what came after it began", async () => {
  await aLife();
  const { transact } = api.rows;
  let [commits, more] = [0, 0];
  Object.assign(api.rows, {
    transact: async (writes: Parameters<typeof transact>[0]) => {
      commits += 1;
      if (commits > 200) throw new Error("this never ends");
      await transact(writes);
    },
  });
  const erasing = api.as("delete", "/").then((answer) => answer);
  const goOn = async (): Promise<void> => {
    for (; more < 20; more += 1) await api.say(`add more ${more}`);
  };
  const [{ status }] = await Promise.all([erasing, goOn()]);
  expect(status).toBe(200);
  expect(commits).toBeLessThan(200);
});

test("a conversation that begins while all is erased is whole and in the list, and goes with the next erasing", async () => {
  await aLife();
  const { getMany } = api.rows;
  let begun: Promise<string> | undefined;
  Object.assign(api.rows, {
    getMany: async (keys: readonly string[]) => {
      const found = await getMany(keys);
      if (keys.includes("chats:ada:0")) {
        Object.assign(api.rows, { getMany });
        begun = api.say("add bread").then(({ body }) => body.conversation_id);
        await begun;
      }
      return found;
    },
  });
  await api.as("delete", "/").expect(200);
  const all = Export.parse((await api.as("get", "/export")).body);
  expect(all.conversations.map(({ id, messages }) => [id, messages.length])).toEqual([
    [await begun, 2],
  ]);
  await api.as("delete", "/").expect(200);
  const left = keysOf("ada").filter((key) => api.rows.rows().get(key)?.expiresAt === Infinity);
  expect(left).toEqual([]);
});

test("two who erase at once are both told that nothing is left", async () => {
  await aLife();
  const answers = await Promise.all([api.as("delete", "/"), api.as("delete", "/")]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await api.titles()).toEqual([]);
});
