import { expect, test } from "@jest/globals";
import { type Task } from "@todo-mesh/contracts";
import { TASKS_TOPIC } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { broker } from "../support/broker.ts";
import { type Person, person } from "../support/person.ts";

const envelope = (data: unknown) => ({
  specversion: "1.0",
  id: crypto.randomUUID(),
  source: "tests",
  type: "todo.task.created.v1",
  datacontenttype: "application/json",
  data,
});

export function deadLetters(mesh: () => Mesh): void {
  test.each([
    ["is not JSON", "{ this is not json"],
    ["is no CloudEvent", JSON.stringify({ hello: "world" })],
    ["breaks its contract", JSON.stringify(envelope({ user_id: "jon", task: { title: 7 } }))],
  ])("that %s goes to the dead letters and does not hold up the next", async (what, value) => {
    const user = `jon-${what.replaceAll(" ", "-")}`;
    const jon = await person(mesh(), user);
    const kafka = broker(mesh());
    const dlq = `${TASKS_TOPIC}.dlq`;
    const before = (await kafka.all(dlq)).length;

    // The same key: the same partition as the person's own events.
    await kafka.put(TASKS_TOPIC, [{ key: user, value }]);
    await jon.addTask("comes right behind it", 500);
    await until("the next one is shown", async () => (await jon.inbox()).length === 1);
    const letters = await until("the broken one lies in the dead letters", async () => {
      const all = await kafka.all(dlq);
      return all.length > before && all;
    });
    expect(letters.map(({ key }) => key?.toString())).toContain(user);
  });

  test("that cannot be planned makes nobody's reminder late, and its owner is told", async () => {
    const jon = await person(mesh(), "jon-poisoned");
    const others = await Promise.all(
      Array.from({ length: 8 }, (_, n) => person(mesh(), `beside-jon-${n}`)),
    );
    const kafka = broker(mesh());
    const before = await others[0]?.addTask("as good as any", 2_000);
    const poisoned = { ...before, id: crypto.randomUUID(), user_id: jon.user, title: "poisoned" };
    const at = "2030-03-02T07:00:00.000Z";
    const due = { local: "2030-02-30T08:00", timezone: "Europe/Rome", at };
    const task = { ...poisoned, due, reminders: [{ days: -1, time: "19:00" }] };
    const change = { id: crypto.randomUUID(), by: "person" };
    const value = JSON.stringify(envelope({ user_id: jon.user, task, change }));
    await kafka.put(TASKS_TOPIC, [{ key: jon.user, value }]);

    const added = await Promise.all([jon, ...others].map((one) => one.addTask("in time", 2_000)));
    const rang = await Promise.all([jon, ...others].map((one, n) => ringOf(one, added[n])));
    for (const { late, due_at, created_at } of rang) {
      expect(late).toBe(false);
      expect(Date.parse(created_at) - Date.parse(due_at)).toBeLessThan(10_000);
    }
    const told = await until("its owner is told", async () =>
      (await jon.inbox()).find(({ kind }) => kind === "unplanned"),
    );
    expect(told).toMatchObject({ title: "poisoned", task_id: task.id });
    await until("it lies with the dead letters", async () =>
      (await kafka.all(`${TASKS_TOPIC}.dlq`)).some((letter) => letter.value?.toString() === value),
    );
  });

  test("of a type nobody knows is passed over, without a dead letter", async () => {
    const kim = await person(mesh(), "kim");
    const kafka = broker(mesh());
    const before = (await kafka.all(`${TASKS_TOPIC}.dlq`)).length;
    const unknown = { ...envelope({ user_id: "kim" }), type: "todo.task.admired.v9" };
    await kafka.put(TASKS_TOPIC, [{ key: "kim", value: JSON.stringify(unknown) }]);
    await kim.addTask("the next one", 500);
    await until("the next one is shown", async () => (await kim.inbox()).length === 1);
    expect(await kafka.all(`${TASKS_TOPIC}.dlq`)).toHaveLength(before);
  });
}

const ringOf = async (one: Person, task: Task | undefined) =>
  until(`it rang for ${one.user}`, async () =>
    (await one.inbox()).find(({ kind, task_id }) => kind === "reminder" && task_id === task?.id),
  );
