import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { dueAtOf, type Person, person } from "../support/person.ts";

type Fault = (mesh: Mesh) => Promise<void>;

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1_000));
const deadFor =
  (part: string, n: number): Fault =>
  async (mesh) => {
    await mesh.part(part).kill();
    await seconds(n);
    await mesh.part(part).start();
  };
const killedAndRestarted = (part: string): Fault => deadFor(part, 1);

// The reminder is due two seconds from now; the fault begins at once, so it is over or under way when the moment comes.
const FAULTS: [name: string, fault: Fault, mayBeLateMs: number][] = [
  ["reminder-service is dead for 10 s", deadFor("reminder-service-1", 10), 20_000],
  ["its sidecar is killed", killedAndRestarted("reminder-service-1-sidecar"), 20_000],
  ["the scheduler is killed and restarted", killedAndRestarted("scheduler"), 10_000],
  [
    "the scheduler's data are wiped",
    async (mesh) => {
      await mesh.part("scheduler").kill();
      await mesh.wipe("scheduler");
      await mesh.part("scheduler").start();
    },
    10_000,
  ],
  ["Kafka is killed and restarted", killedAndRestarted("kafka"), 60_000],
  ["PostgreSQL is killed and restarted", killedAndRestarted("postgres"), 30_000],
  ["notification-service is dead for 10 s", deadFor("notification-service-1", 10), 30_000],
  [
    "notification-service's sidecar is killed",
    killedAndRestarted("notification-service-1-sidecar"),
    60_000,
  ],
];

export function reminderSurvives(mesh: () => Mesh): void {
  test.each(FAULTS)(
    "when %s",
    async (name, fault, mayBeLateMs) => {
      const ada = await person(mesh(), `ada-${name.replaceAll(/[^a-z0-9]+/gi, "-")}`);
      const before = await ada.addTask("due in the midst of it", 2_500);
      const later = await ada.addTask("due when it is over", 20_000);
      await fault(mesh());

      const shown = await shownOnce(ada, before.id, 2_500 + mayBeLateMs);
      expect(Date.parse(shown.created_at)).toBeGreaterThanOrEqual(Date.parse(dueAtOf(before)));
      await shownOnce(ada, later.id, 20_000 + mayBeLateMs);

      // Everything works again without a hand laid on it, and nothing came twice meanwhile.
      const after = await until("a new task can be added", () =>
        ada.addTask("after the fault", 500),
      );
      await shownOnce(ada, after.id, 30_000);
      const taskIds = (await ada.inbox()).map(({ task_id }) => task_id);
      expect(taskIds).toHaveLength(new Set(taskIds).size);
    },
    180_000,
  );
}

async function shownOnce(who: Person, taskId: string, withinMs: number) {
  return until(
    "it is in the inbox",
    async () => {
      const found = (await who.inbox()).filter(({ task_id }) => task_id === taskId);
      expect(found.length).toBeLessThanOrEqual(1);
      return found[0];
    },
    withinMs,
  );
}
