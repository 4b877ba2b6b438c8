import { expect, test } from "@jest/globals";
import { REMINDERS_TOPIC, TASKS_TOPIC } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { broker } from "../support/broker.ts";
import { person } from "../support/person.ts";

export function onceOnly(mesh: () => Mesh): void {
  test("each event twice, and both topics replayed from the start: nothing is shown twice", async () => {
    const eve = await person(mesh(), "eve");
    const titles = Array.from({ length: 20 }, (_, i) => `errand ${i}`);
    await Promise.all(titles.map((title) => eve.addTask(title, 1_000)));
    await until("all are shown", async () => (await eve.inbox()).length === titles.length);
    const before = await eve.inbox();

    await replay(TASKS_TOPIC);
    await replay(REMINDERS_TOPIC);
    await eve.addTask("the last one", 500);
    await until("what came after the replay is shown", async () =>
      (await eve.inbox()).some(({ title }) => title === "the last one"),
    );
    const after = (await eve.inbox()).filter(({ title }) => title !== "the last one");
    expect(after).toEqual(before);
  });

  async function replay(topic: string): Promise<void> {
    const kafka = broker(mesh());
    const messages = (await kafka.all(topic)).map(({ key, value }) => ({
      key: key?.toString() ?? "",
      value: value?.toString() ?? "",
    }));
    expect(messages.length).toBeGreaterThan(0);
    await kafka.put(topic, [...messages, ...messages]);
  }
}
