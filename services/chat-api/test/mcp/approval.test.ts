import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { ApprovalPage } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { aClient, ERAS, listening } from "./a-client.ts";

let api: ChatApi;
let door: Awaited<ReturnType<typeof listening>>;
beforeAll(async () => {
  api = await aChatApi();
  door = await listening(api.app);
});
afterAll(() => door.close());
beforeEach(async () => {
  await api.as("delete", "").expect(200);
  await api.addTask({ title: "buy milk" });
});

const connected = (era: (typeof ERAS)[number] = "legacy") =>
  aClient(`${door.url}/mcp`, api.token, era);
const asked = async () =>
  ApprovalPage.parse((await api.as("get", "/approvals").expect(200)).body).items;
const decide = (id: unknown, decision: string) =>
  api.as("post", `/approvals/${String(id)}`).send({ decision });

test.each(ERAS)("a deletion waits for its person's yes, as in %s", async (era) => {
  const mcp = await connected(era);
  const { result, said, isError, structured, text } = await mcp.call("delete_task", {
    task: "milk",
  });
  expect(isError).toBe(false);
  expect(structured).toEqual(JSON.parse(text));
  expect(result).toMatchObject({
    outcome: "approval-needed",
    effect: "move “buy milk” to the trash",
  });
  expect(said).toContain("no assistant can say it for you");
  expect(await api.titles()).toEqual(["buy milk"]);
  expect(await asked()).toMatchObject([{ id: result?.["approval_id"], status: "pending" }]);

  await decide(result?.["approval_id"], "approve").expect(200);
  expect(await api.titles()).toEqual([]);
  await mcp.call("undo");
  expect(await api.titles()).toEqual(["buy milk"]);
});

test("what was refused, or changed since, is not deleted", async () => {
  const mcp = await connected();
  const first = await mcp.call("delete_task", { task: "milk" });
  await decide(first.result?.["approval_id"], "reject").expect(200);
  const second = await mcp.call("delete_task", { task: "milk" });
  await mcp.call("complete_task", { task: "milk" });
  const { body } = await decide(second.result?.["approval_id"], "approve").expect(200);
  expect(body.decided.status).toBe("outdated");
  expect(await api.titles()).toEqual(["buy milk"]);
});

test("among many calls it is the one that is not done", async () => {
  const mcp = await connected();
  const calls = [
    { name: "add_task", arguments: { title: "a" } },
    { name: "delete_task", arguments: { task: "milk" } },
  ];
  expect((await mcp.call("do_many", { calls })).structured).toMatchObject({
    done: [{ at: 0 }],
    failures: [{ at: 1, result: { outcome: "approval-needed" } }],
  });
  expect((await api.titles()).toSorted()).toEqual(["a", "buy milk"]);
});

test("under its key it is asked once, and answered the same when it is done", async () => {
  const mcp = await connected();
  const remove = () => mcp.call("delete_task", { task: "milk" }, { idempotency_key: "d1" });
  const first = await remove();
  expect(await remove()).toEqual(first);
  expect(await asked()).toHaveLength(1);
  await decide(first.result?.["approval_id"], "approve").expect(200);
  expect(await remove()).toEqual(first);
});

test("of nothing that could be deleted nobody is asked", async () => {
  const mcp = await connected();
  expect(await mcp.call("delete_task", { task: "dentist" })).toMatchObject({
    isError: true,
    result: { outcome: "none" },
  });
  expect(await mcp.call("delete_task", {})).toMatchObject({
    isError: true,
    said: expect.stringContaining("task: is required"),
  });
  expect(await asked()).toEqual([]);
});
