import { expect, test } from "@jest/globals";
import { TASKS_TOPIC } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { broker } from "../support/broker.ts";
import { person } from "../support/person.ts";
import { until } from "../support/until.ts";

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
