import { beforeEach, describe, expect, test } from "@jest/globals";
import type { ToolCall } from "@todo-mesh/contracts";
import { answerOnce, atomically, keyOf } from "@todo-mesh/state";
import { runCall } from "../../src/use-cases/assistant/run-call.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";
import { aTurn } from "./a-turn.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const turn = aTurn();
const run = (name: string, input: ToolCall["arguments"], id = "1") =>
  runCall(api, turn, { id, name, arguments: input });

describe("a call", () => {
  test("is done once, however the members of its arguments are ordered", async () => {
    const first = await run("add_task", { title: "milk", when: "tomorrow at 9" });
    expect(first).toMatchObject({ outcome: "added", task: { title: "milk" } });
    expect(await run("add_task", { when: "tomorrow at 9", title: "milk" })).toEqual(first);
    expect(await api.titles()).toEqual(["milk"]);
  });

  test("repeated with other arguments, or as another action, is refused and does nothing", async () => {
    await run("add_task", { title: "milk" });
    const refused = {
      outcome: "refused",
      detail: "This call was made before with other arguments",
    };
    expect(await run("add_task", { title: "bread" })).toEqual(refused);
    expect(await run("complete_task", { task: "milk" })).toEqual(refused);
    expect(await api.titles("?status=open")).toEqual(["milk"]);
    expect(await run("add_task", { title: "bread" }, "2")).toMatchObject({ outcome: "added" });
  });

  test("that a version before this one did is known by its name alone", async () => {
    const kept = {
      outcome: "deleted",
      task: { id: turn.id, title: "kept before", status: "open" },
    };
    const scope = keyOf("turn", ADA, turn.id);
    const idempotency = { key: "1", fingerprint: "delete_task" };
    await atomically(api.rows, (tx) => answerOnce(tx, { scope, idempotency }, async () => kept));
    expect(await run("delete_task", { task: "anything" })).toEqual(kept);
    expect(await run("complete_task", { task: "anything" })).toMatchObject({ outcome: "refused" });
  });

  test("is known to a version before this one by its name", async () => {
    await run("add_task", { title: "milk" });
    const scope = keyOf("turn", ADA, turn.id);
    const idempotency = { key: "1", fingerprint: "add_task" };
    const answer = await atomically(api.rows, (tx) =>
      answerOnce(tx, { scope, idempotency }, async () => "done again"),
    );
    expect(answer).toMatchObject({ outcome: "added" });
  });

  test.each([
    ["add_task", {}, "title"],
    ["add_task", { title: "x".repeat(201) }, "title"],
    ["add_task", { title: "milk", due: "tomorrow" }, "due"],
    ["list_tasks", { which: "mine" }, "which"],
    ["complete_task", { task: "milk", task_id: "2" }, "task_id"],
    ["undo", { all: true }, "all"],
    ["change_task", { task: "milk" }, "no tool called change_task"],
    ["sing", {}, "no tool called sing"],
  ])("of %s with %j is refused, and says what is wrong", async (name, input, says) => {
    expect(await run(name, input)).toMatchObject({
      outcome: "refused",
      detail: expect.stringContaining(says),
    });
    expect(await api.titles()).toEqual([]);
  });
});
