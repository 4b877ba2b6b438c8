import { beforeEach, describe, expect, test } from "@jest/globals";
import type { ChangeEntry, Task } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const NOBODY = "01900000-0000-7000-8000-00000000dead";
const undo = (which: object = {}) => api.as("post", "/undo").send(which);
const changes = async (): Promise<ChangeEntry[]> =>
  (await api.as("get", "/changes?limit=200").expect(200)).body.items;
const read = async (id: string) => (await api.as("get", `/tasks/${id}`)).body;
const edit = (id: string, patch: object) => api.as("patch", `/tasks/${id}`).send(patch).expect(200);
const does = (id: string, verb: string) => api.as("post", `/tasks/${id}/${verb}`).expect(200);

describe("undo", () => {
  test("takes back what was done last, then what was done before that, to the very beginning", async () => {
    const { id } = await api.addTask({ title: "milk", priority: "low" });
    await edit(id, { title: "bread", priority: null });
    await does(id, "complete");
    const first = await undo().expect(200);
    expect(first.body).toMatchObject({
      changes: [{ verb: "reopened", version: 4 }],
      tasks: [{ status: "open", title: "bread" }],
    });
    await undo().expect(200);
    expect(await read(id)).toMatchObject({ title: "milk", priority: "low", version: 5 });
    const last = await undo().expect(200);
    expect(last.body.changes).toMatchObject([{ verb: "deleted" }]);
    expect(await api.titles()).toEqual([]);
    expect((await undo().expect(409)).body.detail).toContain("nothing to take back");
  });

  test("is told to everyone like any change, and says what it takes back", async () => {
    const { id } = await api.addTask({ title: "milk" });
    const done = await does(id, "complete");
    const { body } = await undo().expect(200);
    const event = (await api.events()).at(-1);
    expect(event).toMatchObject({
      type: "todo.task.reopened.v1",
      id: body.changes[0].id,
      data: { change: { undoes: done.body.change_id }, task: { version: 3 } },
    });
    expect((await changes())[1]).toMatchObject({ undone_by: body.changes[0].id });
  });

  test("of one change leaves what else was changed since", async () => {
    const { id } = await api.addTask({ title: "milk" });
    const first = await edit(id, { title: "bread" });
    await edit(id, { notes: "dark" });
    await undo({ change_id: first.body.change_id }).expect(200);
    expect(await read(id)).toMatchObject({ title: "milk", notes: "dark", version: 4 });
  });

  test("that would lose a later change says why, and changes nothing", async () => {
    const { id } = await api.addTask({ title: "milk" });
    const first = await edit(id, { title: "bread" });
    await edit(id, { title: "cake" });
    const res = await undo({ change_id: first.body.change_id }).expect(409);
    expect(res.body.detail).toContain("title of “cake” was changed again");
    expect(await read(id)).toMatchObject({ title: "cake", version: 3 });
  });

  test("of a whole batch takes back all of it, or nothing", async () => {
    const operations = ["a", "b", "c"].map((title) => ({ op: "create", task: { title } }));
    const { body } = await api.as("post", "/tasks/batch").send({ operations });
    const ids = body.results.map(({ task }: { task: Task }) => task.id);
    const renamed = await api.as("post", "/tasks/batch").send({
      operations: ids.map((id: string) => ({ op: "update", id, task: { title: "same" } })),
    });
    await edit(ids[1], { title: "other" });
    const { batch_id } = renamed.body;
    await undo({ batch_id }).expect(409);
    expect(await api.titles()).toEqual(["same", "other", "same"]);
    await undo().expect(200);
    await undo().expect(200);
    expect(await api.titles()).toEqual(["a", "b", "c"]);
    await undo().expect(200);
    expect(await api.titles()).toEqual([]);
    expect((await undo({ batch_id }).expect(409)).body.detail).toContain("taken back already");
  });

  test("of a batch of a hundred is one step", async () => {
    const operations = Array.from({ length: 100 }, (_, n) => ({
      op: "create",
      task: { title: `${n}` },
    }));
    await api.as("post", "/tasks/batch").send({ operations }).expect(200);
    const { body } = await undo().expect(200);
    expect([body.changes.length, await api.titles()]).toEqual([100, []]);
  });

  test("of more than fits into one transaction is refused, and says how it can be done", async () => {
    const task = { title: "long", notes: "漢".repeat(4_000) };
    const creates = Array.from({ length: 50 }, () => ({ op: "create", task }));
    const batch = async (operations: object[]) =>
      (await api.as("post", "/tasks/batch").send({ operations }).expect(200)).body.results;
    const made = [...(await batch(creates)), ...(await batch(creates))];
    const done = await batch(made.map(({ task: { id } }) => ({ op: "complete", id })));
    const refused = await undo().expect(409);
    expect(refused.body.detail).toContain("one by one");
    expect(await api.titles("?limit=200&status=done")).toHaveLength(100);
    await undo({ change_id: done[0].task.change_id }).expect(200);
    expect(await api.titles("?limit=200&status=done")).toHaveLength(99);
  }, 30_000);

  test("of a completion gives a repeating task its date back, and of a skip as well", async () => {
    const repeat = { rule: "FREQ=DAILY;INTERVAL=2", start: "2026-11-23T08:00", from: "completion" };
    const task = await api.addTask({ title: "x", repeat });
    await does(task.id, "complete");
    await does(task.id, "skip");
    await undo().expect(200);
    await undo().expect(200);
    const { due, repeat: now } = await read(task.id);
    expect({ due, repeat: now }).toEqual({ due: task.due, repeat: task.repeat });
  });

  test("of an undo does the change again, which may then be undone anew", async () => {
    const { id } = await api.addTask({ title: "milk" });
    await edit(id, { title: "bread" });
    const { body } = await undo().expect(200);
    await undo({ change_id: body.changes[0].id }).expect(200);
    expect((await read(id)).title).toBe("bread");
    await undo().expect(200);
    expect((await read(id)).title).toBe("milk");
  });

  test("of what is gone for good says so", async () => {
    const task = await api.addTask({ title: "old" });
    await api.as("delete", `/tasks/${task.id}`).expect(200);
    api.clock.advance(31 * 86_400_000);
    await api.addTask({ title: "new" });
    const res = await undo({ change_id: task.change_id }).expect(409);
    expect(res.body.detail).toContain("gone for good");
  });

  test("that would leave a reminder without its due time is refused, and changes nothing", async () => {
    const { id } = await api.addTask({ title: "x" });
    const dated = await edit(id, { due: { at: "2026-12-03T08:00:00Z" } });
    await edit(id, { reminders: [{ minutes: -5 }] });
    const res = await undo({ change_id: dated.body.change_id }).expect(409);
    expect(res.body.detail).toContain("reminders.0");
    expect((await read(id)).due).toBeDefined();
  });

  test("twice with one idempotency key is once", async () => {
    for (const title of ["a", "b"]) await api.addTask({ title });
    const first = await undo().set("idempotency-key", "k").expect(200);
    const again = await undo().set("idempotency-key", "k").expect(200);
    expect(again.text).toBe(first.text);
    expect(await api.titles()).toEqual(["a"]);
  });

  test.each<[object, number, string[]]>([
    [{ change_id: NOBODY }, 404, []],
    [{ turn_id: NOBODY }, 404, []],
    [{ batch_id: NOBODY }, 404, []],
    [{ change_id: "x" }, 400, ["change_id"]],
    [{ change_id: NOBODY, turn_id: NOBODY }, 400, ["body"]],
    [{ all: true }, 400, ["all"]],
  ])("%j is answered with %s, and the fields at fault are %j", async (which, status, fields) => {
    await api.addTask({ title: "x" });
    expect(fieldsOf(await undo(which).expect(status))).toEqual(fields);
    expect(await api.titles()).toEqual(["x"]);
  });
});
