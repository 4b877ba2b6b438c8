import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { ChangePage, Task, TaskPage } from "@todo-mesh/contracts";
import { CloudEvent, TASKS_TOPIC } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { Client } from "pg";
import { until } from "@todo-mesh/ports/testing";
import { broker } from "../support/broker.ts";
import { dueIn, type Person, person } from "../support/person.ts";

const POINTS = [
  ["before", "transaction"],
  ["after", "transaction"],
  ["before", "publish"],
  ["after", "publish"],
] as const;

/** `failPointFile`: what chat-api-1 looks for before each call of its sidecar. */
export function killedAtCommit(mesh: () => Mesh, failPointFile: string): void {
  test.each(POINTS)(
    "%s the %s of a new task",
    async (when, what) => {
      const user = `cy-${when}-${what}`;
      const [cy, cyElsewhere] = [await person(mesh(), user), await person(mesh(), user, 1)];
      const title = `unforgettable ${when} ${what}`;
      const ask = { body: { title, due: dueIn(3_000) }, headers: { "idempotency-key": "once" } };
      const add = (who: Person) => who.ask("POST", "/tasks", ask);
      writeFileSync(failPointFile, JSON.stringify({ when, what, text: title }));
      const first = await add(cy).catch(() => undefined);
      await until("chat-api-1 is dead", () => mesh().part("chat-api-1").pid === undefined);
      rmSync(failPointFile, { force: true });

      const answered = await until("it is answered", async () => {
        const answer = await add(cyElsewhere);
        return answer.status === 201 ? answer : undefined;
      });
      expect([undefined, answered.text]).toContain(first?.text);
      await mesh().part("chat-api-1").start();
      expect((await add(cy)).text).toBe(answered.text);

      const task = Task.parse(answered.json);
      expect(await wholeList(cy)).toEqual([task]);
      const { items } = ChangePage.parse((await cy.ask("GET", "/changes")).json);
      expect(items).toMatchObject([{ id: task.change_id, verb: "created" }]);
      await until("it is in the inbox", async () => (await cy.inbox()).length > 0, 60_000);
      await until(
        "nothing is left unsent",
        async () => (await unsent(mesh(), title)) === 0,
        60_000,
      );
      expect(await eventIds(mesh(), task.id)).toEqual(new Set([task.change_id]));
      expect(await cy.inbox()).toMatchObject([{ task_id: task.id }]);
      const stale = await cy.ask("PATCH", `/tasks/${task.id}`, {
        body: { title: "other" },
        headers: { "if-match": '"7"' },
      });
      expect(stale.status).toBe(412);
    },
    180_000,
  );

  test("before the transaction of an undo of many: all of it or nothing, and its repetition is the same answer", async () => {
    const [di, diElsewhere] = [await person(mesh(), "di"), await person(mesh(), "di", 1)];
    const operations = Array.from({ length: 30 }, (_, n) => ({
      op: "create",
      task: { title: `dominoes ${n}` },
    }));
    await di.ask("POST", "/tasks/batch", { body: { operations } });
    for (const when of ["before", "after"] as const) {
      const text = '"verb":"deleted"';
      writeFileSync(failPointFile, JSON.stringify({ when, what: "transaction", text }));
      const ask = { body: {}, headers: { "idempotency-key": `undo-${when}` } };
      await di.ask("POST", "/undo", ask).catch(() => undefined);
      await until("chat-api-1 is dead", () => mesh().part("chat-api-1").pid === undefined);
      expect([0, 30]).toContain((await wholeList(diElsewhere)).length);
      const answer = await diElsewhere.ask("POST", "/undo", ask);
      await mesh().part("chat-api-1").start();
      expect((await di.ask("POST", "/undo", ask)).text).toBe(answer.text);
      expect(await wholeList(di)).toEqual([]);
      await di.ask("POST", "/tasks/batch", { body: { operations } });
    }
  }, 180_000);
}

const wholeList = async (who: Person): Promise<Task[]> =>
  TaskPage.parse((await who.ask("GET", "/tasks?limit=200")).json).items;

async function eventIds(mesh: Mesh, taskId: string): Promise<Set<string>> {
  const messages = await broker(mesh).all(TASKS_TOPIC);
  const events = messages.flatMap(({ value }) => {
    const text = value?.toString() ?? "";
    return text.includes(taskId) ? CloudEvent.parse(JSON.parse(text)).id : [];
  });
  return new Set(events);
}

async function unsent(mesh: Mesh, text: string): Promise<number> {
  const client = new Client({ connectionString: mesh.postgresUrl });
  await client.connect();
  const { rowCount } = await client.query(
    "SELECT key FROM state WHERE key LIKE 'chat-api||outbox:%' AND convert_from(value, 'UTF8') LIKE $1",
    [`%${text}%`],
  );
  await client.end();
  return rowCount ?? 0;
}
