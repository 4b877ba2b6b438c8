import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { person } from "../support/person.ts";

export function outboxTakenOver(mesh: () => Mesh): void {
  test("chat-api is killed before it published: the other replica takes over its outbox, and the reminder comes once", async () => {
    const [vic, vicElsewhere] = [await person(mesh(), "vic"), await person(mesh(), "vic", 1)];
    // With Kafka away the change commits and is acknowledged, but its event cannot leave.
    await mesh().part("kafka").kill();
    const task = await vic.addTask("saved but not yet told", 1_000);
    await mesh().part("chat-api-1").kill();
    await mesh().part("kafka").start();

    const shown = async () =>
      (await vicElsewhere.inbox()).filter(({ task_id }) => task_id === task.id);
    await until("the reminder is in the inbox", async () => (await shown()).length > 0, 60_000);
    expect((await vicElsewhere.task(task.id)).title).toBe("saved but not yet told");

    await mesh().part("chat-api-1").start();
    const next = await vic.addTask("after the restart", 500);
    await until("the restarted replica publishes again", async () =>
      (await vicElsewhere.inbox()).some(({ task_id }) => task_id === next.id),
    );
    expect(await shown()).toHaveLength(1);
  }, 180_000);
}
