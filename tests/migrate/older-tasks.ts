import { expect, test } from "@jest/globals";
import { TaskPage } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { person } from "../support/person.ts";
import { fill, newDatabase, using } from "./older-product.ts";
import { into, linesOf, reported } from "./run-migrate.ts";

const MINUTES = 60_000;

const TASKS = `
  CREATE TABLE tasks (id serial, user_id text, title text, description text, completed boolean, priority text,
    tags text[], due_date timestamptz, recurrence text, created_at timestamptz, updated_at timestamptz);
  INSERT INTO tasks (user_id, title, completed, priority, tags, due_date, recurrence) VALUES
    ('wanda', 'call mum', false, 'high', '{home}', '2031-01-03 08:00+00', NULL),
    ('wanda', 'water the plants', false, NULL, NULL, '2031-01-04 08:00+00', 'every 3 days'),
    ('wanda', 'look at the moon', false, NULL, NULL, '2031-01-04 08:00+00', 'when it is full'),
    ('wanda', 'done long ago', true, NULL, NULL, NULL, NULL),
    (NULL, 'of nobody', false, NULL, NULL, NULL, NULL);`;

/** Tasks come as if their person had added them. */
export function olderTasks(mesh: () => Mesh, folder: () => string): void {
  test("tasks come once, with their rules, and what is not clear is listed", async () => {
    const from = await newDatabase(mesh().postgresUrl, "with_tasks");
    await fill(from, "wim", { conversations: 1, messages: 2 });
    await using(from, (client) => client.query(TASKS));
    const copied = await reported(mesh(), from, into(folder(), "tasks"));
    expect(copied.tasks).toEqual({ found: 5, taken: 4, left: 1, "with-remarks": 1 });
    expect(copied.tasks_checked).toEqual({ same: 4 });
    const listed = await linesOf(copied.left_file);
    expect(listed.join()).toContain("“when it is full” is not clear");
    expect(listed.join()).toContain("of nobody");
    const again = await reported(mesh(), from, into(folder(), "tasks"));
    expect(again.tasks).toEqual({ found: 5, there: 4, left: 1, "with-remarks": 1 });
    expect((await linesOf(again.left_file)).toSorted()).toEqual(listed.toSorted());

    const wanda = await person(mesh(), "wanda");
    const { json } = await wanda.ask("GET", "/tasks?status=open&limit=200");
    const open = TaskPage.parse(json).items;
    expect(open.map(({ title }) => title).toSorted()).toEqual([
      "call mum",
      "look at the moon",
      "water the plants",
    ]);
    expect(open.find(({ repeat }) => repeat)?.repeat?.rule).toBe("FREQ=DAILY;INTERVAL=3");
  });

  test(
    "a task that is brought before it is due rings when it is",
    async () => {
      const from = await newDatabase(mesh().postgresUrl, "to_ring");
      await fill(from, "wout", { conversations: 1, messages: 2 });
      await using(from, (client) => client.query(TASKS));
      const wout = await person(mesh(), "wout");
      // A machine that has much else to do brings it too late, and then a later one.
      for (const seconds of [20, 90, 240]) {
        const dueAt = Date.now() + seconds * 1_000;
        const title = `ring after ${seconds}`;
        await using(from, (client) =>
          client.query("INSERT INTO tasks (user_id, title, due_date) VALUES ('wout', $1, $2)", [
            title,
            new Date(dueAt),
          ]),
        );
        await reported(mesh(), from, into(folder(), "to-ring"));
        if (Date.now() > dueAt) continue;
        const isTold = async () => (await wout.inbox()).some((each) => each.title === title);
        expect(await until("it rings", isTold, seconds * 1_000 + 90_000)).toBe(true);
        return;
      }
      throw new Error("None was brought before it was due");
    },
    10 * MINUTES,
  );
}
