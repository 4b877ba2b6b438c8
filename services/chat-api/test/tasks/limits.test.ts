import { beforeEach, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA, aTask } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

async function openTasks({ store, tasks, ids }: ChatApi, count: number): Promise<void> {
  for (let made = 0; made < count; made += 500)
    await atomically(store, async (tx) => {
      const book = await tasks.change(tx, ADA);
      for (let n = 0; n < 500; n += 1) book.put(aTask({ id: ids.next() }));
    });
}

test("ten thousand open tasks are enough: one more is refused, by the API and by the chat, and one less makes room", async () => {
  await openTasks(api, 10_000);
  const res = await api.as("post", "/tasks").send({ title: "one more" });
  expect(res.status).toBe(409);
  expect(res.body.detail).toContain("10000 open tasks");
  const { body } = await api.say("add one more");
  expect(body.response).toMatch(/^I could not do that: There are 10000 open tasks/);
  const { items } = (await api.as("get", "/tasks?limit=1")).body;
  await api.as("post", `/tasks/${items[0].id}/complete`);
  await api.addTask({ title: "one more" });
  expect((await api.as("post", `/tasks/${items[0].id}/reopen`)).status).toBe(409);
});

test("what lay in the trash for 30 days is gone for good once something is added", async () => {
  const { id } = await api.addTask({ title: "old" });
  await api.as("delete", `/tasks/${id}`);
  const inTheStore = () => JSON.stringify(api.rows.rows().get("tasks:ada:0")?.value).includes(id);
  expect(inTheStore()).toBe(true);
  api.clock.advance(30 * 86_400_000 + 1);
  await api.addTask({ title: "new" });
  expect(inTheStore()).toBe(false);
});

test("without the state store every task route answers 503 and says when to come back, and recovers", async () => {
  const { id } = await api.addTask({ title: "x" });
  api.rows.setAway(true);
  const answers = await Promise.all([
    api.as("get", "/tasks"),
    api.as("get", `/tasks/${id}`),
    api.as("post", "/tasks").send({ title: "y" }),
    api.as("post", `/tasks/${id}/complete`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  expect(answers.every(({ headers }) => Number(headers["retry-after"]) > 0)).toBe(true);
  api.rows.setAway(false);
  expect(await api.titles()).toEqual(["x"]);
});
