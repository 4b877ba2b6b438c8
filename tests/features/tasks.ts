import { expect, test } from "@jest/globals";
import { BatchAnswer, Problem, Task, TaskPage } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { type Person, person } from "../support/person.ts";

const NOBODY = "01940000-0000-7000-8000-000000000000";
const daily = { rule: "FREQ=DAILY", start: "2026-11-20T08:00", timezone: "Europe/Rome" };

async function both(mesh: Mesh, user: string): Promise<[here: Person, there: Person]> {
  return [await person(mesh, user), await person(mesh, user, 1)];
}
const add = async (who: Person, task: object): Promise<Task> => {
  const answer = await who.ask("POST", "/tasks", { body: task });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return Task.parse(answer.json);
};
const titles = async (who: Person, query = ""): Promise<string[]> =>
  TaskPage.parse((await who.ask("GET", `/tasks${query}`)).json).items.map(({ title }) => title);

export function tasks(mesh: () => Mesh): void {
  test("a task has all that a person wants to say of it, and the other replica knows it at once", async () => {
    const [ann, annElsewhere] = await both(mesh(), "list-ann");
    const task = await add(ann, {
      title: "book the dentist",
      notes: "# ask\n\n- for *mornings*",
      priority: "high",
      tags: ["health", "calls"],
      due: { local: "2027-03-28T02:30", timezone: "Europe/Rome" },
      reminders: [{ minutes: -30 }, { days: -1, time: "19:00" }],
      nag: { every_minutes: 10, times: 3 },
    });
    expect(task.due).toMatchObject({
      local: "2027-03-28T02:30:00",
      at: "2027-03-28T01:30:00.000Z",
    });
    expect(await annElsewhere.task(task.id)).toEqual(task);
  });

  test("each verb has a route, and each answer its version; done twice it is done once", async () => {
    const [bob, bobElsewhere] = await both(mesh(), "list-bob");
    const { id } = await add(bob, { title: "stretch", repeat: daily });
    const does = async (who: Person, method: string, verb = "") => {
      const answer = await who.ask(method, `/tasks/${id}${verb}`);
      expect([verb, answer.status]).toEqual([verb, 200]);
      expect(answer.headers.get("etag")).toBe(`"${Task.parse(answer.json).version}"`);
      return Task.parse(answer.json);
    };
    const skipped = await does(bob, "POST", "/skip");
    const done = await does(bobElsewhere, "POST", "/complete");
    expect([skipped.status, done.status, done.version]).toEqual(["open", "open", 3]);
    const ended = await does(bob, "POST", "/end-series");
    expect([ended.repeat, ended.due]).toEqual([undefined, done.due]);
    expect((await does(bobElsewhere, "POST", "/complete")).status).toBe("done");
    expect((await does(bob, "POST", "/complete")).version).toBe(5);
    expect((await does(bob, "POST", "/reopen")).status).toBe("open");
    expect((await does(bobElsewhere, "DELETE")).deleted_at).toBeDefined();
    expect(await titles(bob)).toEqual([]);
    expect(await titles(bob, "?status=trash")).toEqual(["stretch"]);
    expect((await does(bob, "POST", "/restore")).version).toBe(8);
    expect(await titles(bobElsewhere)).toEqual(["stretch"]);
  });

  test("the list is filtered, searched and sorted, and its pages stay right while it changes", async () => {
    const [cat, catElsewhere] = await both(mesh(), "cat-with-a-list");
    for (const [n, title] of ["fig", "date", "cherry", "banana", "apple"].entries())
      await add(n % 2 ? cat : catElsewhere, {
        title,
        priority: n % 2 ? "low" : "urgent",
        tags: n < 3 ? ["fruit", "early"] : ["fruit"],
        due: { date: `2027-01-0${n + 1}`, timezone: "Europe/Rome" },
      });
    expect(await titles(cat, "?sort=title")).toEqual(["apple", "banana", "cherry", "date", "fig"]);
    expect(await titles(cat, "?sort=-due&limit=2")).toEqual(["apple", "banana"]);
    expect(await titles(cat, "?priority=urgent&tag=early")).toEqual(["fig", "cherry"]);
    expect(await titles(cat, "?query=ear+che")).toEqual(["cherry"]);
    expect(await titles(cat, "?due_before=2027-01-02T00:00:00%2B01:00")).toEqual(["fig"]);

    const first = TaskPage.parse((await cat.ask("GET", "/tasks?sort=title&limit=2")).json);
    await add(catElsewhere, { title: "aubergine" });
    await catElsewhere.ask("DELETE", `/tasks/${first.items[1]?.id}`);
    const rest = await titles(catElsewhere, `?sort=title&limit=9&cursor=${first.next_cursor}`);
    expect(rest).toEqual(["cherry", "date", "fig"]);
  });

  test("a batch answers each of its operations, and does those that can be done", async () => {
    const [dan, danElsewhere] = await both(mesh(), "list-dan");
    const { id } = await add(dan, { title: "one" });
    const operations = [
      { op: "update", id, task: { title: "uno" } },
      { op: "complete", id: NOBODY },
      { op: "create", task: { title: "bad", due: { local: "2026-02-30T08:00" } } },
      ...Array.from({ length: 60 }, (_, n) => ({ op: "create", task: { title: `new ${n}` } })),
    ];
    const headers = { "idempotency-key": "batch-1" };
    const answer = await dan.ask("POST", "/tasks/batch", { body: { operations }, headers });
    const { results } = BatchAnswer.parse(answer.json);
    expect(results.slice(0, 3).map(({ status }) => status)).toEqual([200, 404, 400]);
    expect(results.slice(3).every(({ status }) => status === 201)).toBe(true);
    const again = await danElsewhere.ask("POST", "/tasks/batch", { body: { operations }, headers });
    expect(again.text).toBe(answer.text);
    expect(await titles(danElsewhere, "?limit=200")).toHaveLength(61);
  });

  test("of two who change the same version with any verb, one wins and the other is told", async () => {
    const [eva, evaElsewhere] = await both(mesh(), "list-eva");
    for (const [method, path, body] of [
      ["PATCH", "", { title: "z" }],
      ["POST", "/complete"],
      ["POST", "/skip"],
      ["POST", "/end-series"],
      ["DELETE", ""],
    ] as const) {
      const { id } = await add(eva, { title: "x", repeat: daily });
      const headers = { "if-match": '"1"' };
      const change = (who: Person) => who.ask(method, `/tasks/${id}${path}`, { body, headers });
      const answers = await Promise.all([change(eva), change(evaElsewhere)]);
      const statuses = new Set(answers.map(({ status }) => status));
      // A second deletion finds nothing any more; every other loser is told that its version is old.
      expect([path, statuses]).toEqual([path, new Set([200, method === "DELETE" ? 404 : 412])]);
    }
  });

  test("another person's task is the same 404 for every verb, and stays as it is", async () => {
    const [fay, gus] = [await person(mesh(), "list-fay"), await person(mesh(), "list-gus")];
    const task = await add(fay, { title: "a secret" });
    for (const [method, path, body] of [
      ["GET", ""],
      ["PATCH", "", { title: "z" }],
      ["DELETE", ""],
      ["POST", "/complete"],
      ["POST", "/reopen"],
      ["POST", "/skip"],
      ["POST", "/end-series"],
      ["POST", "/restore"],
    ] as const) {
      const strange = await gus.ask(method, `/tasks/${task.id}${path}`, { body });
      const missing = await gus.ask(method, `/tasks/${NOBODY}${path}`, { body });
      expect([method, path, strange.status, strange.text]).toEqual([
        method,
        path,
        404,
        missing.text,
      ]);
    }
    const operations = [{ op: "delete", id: task.id }];
    const { results } = BatchAnswer.parse(
      (await gus.ask("POST", "/tasks/batch", { body: { operations } })).json,
    );
    expect(results).toMatchObject([{ status: 404 }]);
    expect((await gus.ask("POST", "/undo", { body: { change_id: task.change_id } })).status).toBe(
      404,
    );
    expect(await fay.task(task.id)).toEqual(task);
  });

  test.each<[method: string, path: string, body: unknown, status: number, field: string]>([
    ["POST", "/tasks", { title: "x", due: { date: "2027-02-29" } }, 400, "due.date"],
    ["POST", "/tasks", { title: "x", priority: "asap" }, 400, "priority"],
    ["POST", "/tasks", { title: "x", tags: ["a,b"] }, 400, "tags.0"],
    ["POST", "/tasks", { title: "x", reminders: [{ minutes: -5 }] }, 400, "reminders.0"],
    ["POST", "/tasks", { title: "x", nag: { every_minutes: 5 } }, 400, "nag"],
    ["POST", "/tasks", { title: "x".repeat(201) }, 400, "title"],
    ["POST", "/tasks", { title: "x", notes: "x".repeat(4_001) }, 400, "notes"],
    ["GET", "/tasks?sort=size", undefined, 400, "sort"],
    ["GET", "/tasks?cursor=nonsense", undefined, 400, "cursor"],
    ["POST", "/tasks/batch", { operations: [] }, 400, "operations"],
    ["POST", "/undo", { change_id: "x" }, 400, "change_id"],
    ["GET", "/changes?limit=0", undefined, 400, "limit"],
    ["DELETE", "/", { sure: true }, 400, "sure"],
    ["PUT", "/tasks", {}, 405, ""],
    ["GET", "/undo", undefined, 405, ""],
    ["POST", "/export", {}, 405, ""],
  ])("%s %s %j is answered with a problem that names the field", async (...asked) => {
    const [method, path, body, status, field] = asked;
    const hal = await person(mesh(), "list-hal");
    const answer = await hal.ask(method, path, { body });
    const problem = Problem.parse(answer.json);
    expect([answer.status, problem.status]).toEqual([status, status]);
    const fields = problem.errors?.map((error) => error.field) ?? [];
    expect(["", ...fields]).toContain(field);
  });
}
