import { beforeEach, expect, test } from "@jest/globals";

import { aChatApi, fieldsOf, type ChatApi } from "../a-chat-api.ts";
import { NOW } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const NOBODY = "01900000-0000-7000-8000-00000000dead";

test("each change is a version higher, and its event is of its kind", async () => {
  const { id } = await api.addTask({ title: "buy milk" });
  const path = `/tasks/${id}`;
  const edited = await api.as("patch", path).send({ title: "buy bread", notes: "dark" });
  expect(edited.body).toMatchObject({ title: "buy bread", notes: "dark", version: 2 });
  expect(edited.headers["etag"]).toBe('"2"');
  const done = await api.as("post", `${path}/complete`).expect(200);
  expect(done.body).toMatchObject({
    status: "done",
    version: 3,
    completed_at: NOW.toISOString(),
  });
  const open = await api.as("post", `${path}/reopen`).expect(200);
  expect(open.body).toMatchObject({ status: "open", version: 4 });
  expect(open.body).not.toHaveProperty("completed_at");
  const gone = await api.as("delete", path).expect(200);
  expect(gone.body).toMatchObject({ version: 5, deleted_at: NOW.toISOString() });
  expect((await api.events()).map(({ type }) => type)).toEqual([
    "todo.task.created.v1",
    "todo.task.updated.v1",
    "todo.task.completed.v1",
    "todo.task.reopened.v1",
    "todo.task.deleted.v1",
  ]);
});

test("what changes nothing is answered and told to nobody", async () => {
  const { id } = await api.addTask({ title: "buy milk", due: { at: "2026-12-03T08:00:00Z" } });
  await api.as("post", `/tasks/${id}/complete`).expect(200);
  const again = await api.as("post", `/tasks/${id}/complete`).expect(200);
  expect(again.body.version).toBe(2);
  await api.as("patch", `/tasks/${id}`).send({ title: "buy milk" }).expect("etag", '"2"');
  await api
    .as("patch", `/tasks/${id}`)
    .send({ due: { local: "2026-12-03T08:00" } })
    .expect("etag", '"2"');
  expect(await api.events()).toHaveLength(2);
});

test("null takes the notes and the due time away", async () => {
  const { id } = await api.addTask({
    title: "x",
    notes: "n",
    due: { at: "2026-12-03T08:00:00Z" },
  });
  const res = await api.as("patch", `/tasks/${id}`).send({ notes: null, due: null }).expect(200);
  expect(Object.keys(res.body)).toEqual(expect.not.arrayContaining(["notes", "due"]));
});

test("of two writers with one version the second is told that it is stale", async () => {
  const { id } = await api.addTask({ title: "x" });
  const edit = (title: string) =>
    api.as("patch", `/tasks/${id}`).set("if-match", '"1"').send({ title });
  await edit("first").expect(200);
  const late = await edit("second").expect(412);
  expect(late.body.type).toBe("urn:todo-mesh:problem:stale");
  expect((await api.as("get", `/tasks/${id}`)).body.title).toBe("first");
  for (const [method, path] of [
    ["delete", ""],
    ["post", "/complete"],
    ["post", "/reopen"],
  ] as const)
    await api.as(method, `/tasks/${id}${path}`).set("if-match", '"1"').expect(412);
  await api.as("patch", `/tasks/${id}`).set("if-match", "first").send({ title: "y" }).expect(400);
  await api.as("delete", `/tasks/${id}`).set("if-match", "*").expect(200);
});

test("a repeated change with a version that is past gets its first answer, not stale", async () => {
  const { id } = await api.addTask({ title: "x" });
  const edit = () =>
    api
      .as("patch", `/tasks/${id}`)
      .set({ "if-match": '"1"', "idempotency-key": "k" })
      .send({ title: "y" });
  const first = await edit().expect(200);
  expect((await edit().expect(200)).text).toBe(first.text);
});

test("forty changes at once are all kept, one version each", async () => {
  const numbers = Array.from({ length: 20 }, (_, at) => at);
  const made = await Promise.all(numbers.map((at) => api.addTask({ title: `task ${at}` })));
  await Promise.all(made.map(({ id }) => api.as("post", `/tasks/${id}/complete`).expect(200)));
  const { body } = await api.as("get", "/tasks?status=done");
  expect(body.items.map(({ version }: { version: number }) => version)).toEqual(
    numbers.map(() => 2),
  );
  expect(await api.events()).toHaveLength(40);
});

test.each([
  [{}, "body"],
  [{ status: "done" }, "status"],
  [{ title: null }, "title"],
  [{ due: { local: "2026-04-31T08:00" } }, "due.local"],
])("%j is refused, and the field is named", async (body, field) => {
  const { id } = await api.addTask({ title: "x" });
  const res = await api.as("patch", `/tasks/${id}`).send(body).expect(400);
  expect(fieldsOf(res)).toContain(field);
});

test.each(["complete", "reopen"])("%s takes no body", async (verb) => {
  const { id } = await api.addTask({ title: "x" });
  const send = (body: object) => api.as("post", `/tasks/${id}/${verb}`).send(body);
  expect(fieldsOf(await send({ force: true }).expect(400))).toEqual(["force"]);
  expect((await send({})).status).toBe(200);
});

test("what is missing, in the trash, or no id at all is the same 404", async () => {
  const { id } = await api.addTask({ title: "x" });
  await api.as("delete", `/tasks/${id}`).expect(200);
  const answers = await Promise.all(
    [NOBODY, id, "nonsense", "%2e%2e"].flatMap((which) => [
      api.as("get", `/tasks/${which}`),
      api.as("patch", `/tasks/${which}`).send({ title: "y" }),
      api.as("delete", `/tasks/${which}`),
      api.as("post", `/tasks/${which}/complete`),
      api.as("post", `/tasks/${which}/reopen`),
    ]),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});
