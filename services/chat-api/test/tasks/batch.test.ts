import { beforeEach, describe, expect, test } from "@jest/globals";
import type { ChangeEntry, Task } from "@todo-mesh/contracts";
import { CATALOGUE } from "../../src/domain/actions/all.ts";
import { operationsOf } from "../../src/inbound/operations-of.ts";
import { changeInBatch } from "../../src/use-cases/tasks/change-in-batch.ts";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const NOBODY = "01900000-0000-7000-8000-00000000dead";
const send = (operations: object[], key?: string) => {
  const asked = api.as("post", "/tasks/batch");
  return (key ? asked.set("idempotency-key", key) : asked).send({ operations });
};
const creates = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ op: "create", task: { title: `task ${from + n}` } }));
const statuses = ({ body }: { body: { results: { status: number }[] } }) =>
  body.results.map(({ status }) => status);

describe("a batch", () => {
  test("does each operation as its route would, and answers each in the order asked", async () => {
    const [one, two, three] = [
      await api.addTask({ title: "one" }),
      await api.addTask({
        title: "two",
        repeat: { rule: "FREQ=DAILY", start: "2026-11-23T08:00" },
      }),
      await api.addTask({ title: "three" }),
    ];
    const res = await send([
      { op: "create", task: { title: "new" } },
      { op: "update", id: one.id, task: { title: "uno" }, version: 1 },
      { op: "complete", id: one.id },
      { op: "reopen", id: one.id },
      { op: "skip", id: two.id },
      { op: "end_series", id: two.id },
      { op: "delete", id: three.id },
      { op: "restore", id: three.id },
    ]).expect(200);
    expect(statuses(res)).toEqual([201, 200, 200, 200, 200, 200, 200, 200]);
    expect(res.body.results.map(({ task }: { task: Task }) => task.version)).toEqual([
      1, 2, 3, 4, 2, 3, 2, 3,
    ]);
    expect(await api.titles()).toEqual(["uno", "two", "three", "new"]);
    expect(await api.events()).toHaveLength(11);
  });

  test("keeps none back because of another: each failure has its problem, with the field at fault", async () => {
    const { id } = await api.addTask({ title: "x" });
    const res = await send([
      { op: "complete", id: NOBODY },
      { op: "update", id, task: { title: "y" }, version: 7 },
      {
        op: "update",
        id,
        task: { repeat: { rule: "FREQ=FORTNIGHTLY", start: "2026-12-01T08:00" } },
      },
      { op: "skip", id },
      { op: "create", task: { title: "z" } },
      { op: "create", task: { title: "bad", due: { local: "2026-02-30T08:00" } } },
    ]).expect(200);
    expect(statuses(res)).toEqual([404, 412, 400, 409, 201, 400]);
    expect(res.body.results[5].problem.errors).toMatchObject([
      { field: "operations.5.task.due.local" },
    ]);
    expect(res.body.results[2].problem).toMatchObject({
      type: "urn:todo-mesh:problem:invalid",
      errors: [{ field: "operations.2.task.repeat.rule" }],
    });
    expect(await api.titles()).toEqual(["x", "z"]);
  });

  test("sent again with its key has the same answer, byte for byte, and is done once", async () => {
    const first = await send(creates(50), "k").expect(200);
    const again = await send(creates(50), "k").expect(200);
    expect(again.text).toBe(first.text);
    expect(await api.titles("?limit=200")).toHaveLength(50);
    await send(creates(49), "k").expect(422);
    await api.as("post", "/tasks").set("idempotency-key", "k").send({ title: "x" }).expect(422);
  });

  test("that was cut off half-way goes on where it stopped, under the same name", async () => {
    api.store.breakAt(2, "before");
    await send(creates(50), "k").expect(503);
    expect(await api.titles("?limit=200")).toHaveLength(20);
    const whole = await send(creates(50), "k").expect(200);
    expect(await api.titles("?limit=200")).toHaveLength(50);
    const { items } = (await api.as("get", "/changes?limit=200")).body;
    expect(new Set(items.map(({ batch_id }: ChangeEntry) => batch_id))).toEqual(
      new Set([whole.body.batch_id]),
    );
  });

  test.each<[object, string]>([
    [{}, "operations"],
    [{ operations: [] }, "operations"],
    [{ operations: creates(101) }, "operations"],
    [{ operations: {} }, "operations"],
    [{ operations: creates(1), atomic: true }, "atomic"],
  ])("%j is no batch, and is refused as a whole", async (body, field) => {
    const res = await api.as("post", "/tasks/batch").send(body).expect(400);
    expect(fieldsOf(res)).toContain(field);
  });

  test.each<[unknown, string]>([
    [{ op: "explode", id: NOBODY }, "operations.1.op"],
    [{ op: "complete" }, "operations.1.id"],
    [{ op: "create", task: { title: "" } }, "operations.1.task.title"],
    [{ op: "update", id: NOBODY, task: {} }, "operations.1.task"],
    [{ op: "create", task: { title: "x", tags: ["a,b"] } }, "operations.1.task.tags.0"],
    [{ op: "create", task: { title: "x".repeat(201) } }, "operations.1.task.title"],
    [{ op: "create", task: { title: "x", due: { date: "2026-02-31" } } }, "operations.1.task.due"],
    [{ op: "create", task: { title: "x" }, colour: "red" }, "operations.1.colour"],
    [{}, "operations.1.op"],
    ["complete", "operations.1"],
    [null, "operations.1"],
  ])("refuses %j alone, and names the field", async (wrong, field) => {
    const operations = [...creates(1), wrong, ...creates(1, 1)];
    const res = await api.as("post", "/tasks/batch").send({ operations }).expect(200);
    expect(statuses(res)).toEqual([201, 400, 201]);
    const { problem } = res.body.results[1];
    expect(problem.type).toBe("urn:todo-mesh:problem:invalid");
    expect(fieldsOf({ body: problem })[0]).toMatch(new RegExp(`^${field.replaceAll(".", "\\.")}`));
    expect(await api.titles()).toEqual(["task 0", "task 1"]);
  });
});

test("a large batch rests between its parts for as long as each took, at most a second", async () => {
  const rests: number[] = [];
  const took = [30, 400, 5_000, 0, 80];
  const inBatch = changeInBatch({
    ...api,
    commit: async (...asked) => {
      api.clock.advance(took.shift() ?? 0);
      return api.commit(...asked);
    },
    wait: async (ms) => void rests.push(ms),
  });
  const operations = operationsOf(CATALOGUE.operation, { operations: creates(100) });
  const { results } = await inBatch({ userId: ADA }, operations);
  expect(results).toHaveLength(100);
  expect(rests).toEqual([30, 400, 1_000]);
});
