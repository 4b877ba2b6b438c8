import { beforeEach, describe, expect, test } from "@jest/globals";
import type { ChangeEntry } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const changes = async (): Promise<ChangeEntry[]> =>
  (await api.as("get", "/changes?limit=200").expect(200)).body.items;
const edit = (id: string, patch: object) => api.as("patch", `/tasks/${id}`).send(patch).expect(200);
const does = (id: string, verb: string) => api.as("post", `/tasks/${id}/${verb}`).expect(200);

describe("the journal", () => {
  test("has every change, by whom, what was before and after, the newest first", async () => {
    const task = await api.addTask({ title: "milk", notes: "two" });
    await edit(task.id, { title: "bread", notes: null });
    const done = await does(task.id, "complete");
    expect(await changes()).toEqual([
      {
        id: done.body.change_id,
        at: done.body.updated_at,
        by: "api",
        verb: "completed",
        task_id: task.id,
        version: 3,
        title: "bread",
        before: { status: "open", completed_at: null },
        after: { status: "done", completed_at: done.body.completed_at },
      },
      expect.objectContaining({
        verb: "updated",
        before: { title: "milk", notes: "two" },
        after: { title: "bread", notes: null },
      }),
      expect.objectContaining({
        id: task.change_id,
        verb: "created",
        before: {},
        after: { title: "milk", notes: "two", status: "open" },
      }),
    ]);
  });

  test("has what the assistant did, with its turn; and each event has the id of its change", async () => {
    const { body } = await api.say("add buy milk");
    const [entry] = await changes();
    expect(entry).toMatchObject({ by: "assistant", turn_id: body.turn_id, title: "buy milk" });
    const [event] = await api.events();
    expect(event).toMatchObject({ id: entry?.id, data: { change: { id: entry?.id } } });
  });

  test("is paged, and refuses what is not its cursor", async () => {
    for (const title of ["a", "b", "c"]) await api.addTask({ title });
    const first = await api.as("get", "/changes?limit=2").expect(200);
    const second = await api.as("get", `/changes?limit=2&cursor=${first.body.next_cursor}`);
    expect(
      [first, second].map((page) => page.body.items.map(({ title }: ChangeEntry) => title)),
    ).toEqual([["c", "b"], ["a"]]);
    expect(fieldsOf(await api.as("get", "/changes?cursor=x").expect(400))).toEqual(["cursor"]);
  });
});
