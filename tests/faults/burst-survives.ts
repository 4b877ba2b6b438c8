import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { aBurst, ONCE_EACH } from "../support/burst.ts";

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1_000));

/** What is killed, how long after the moment (negative: before), and how late the reminders may be. */
const KILLS: [what: string, part: string, afterMs: number, mayBeLateMs: number][] = [
  ["the scheduler, three seconds before", "scheduler", -3_000, 15_000],
  ["reminder-service, as it fires them", "reminder-service-1", 150, 20_000],
  ["its sidecar, as it rings", "reminder-service-1-sidecar", 50, 20_000],
];

/** Reminders of many people that are due at one moment, and so share a job. */
export function burstSurvives(mesh: () => Mesh): void {
  test.each(KILLS)(
    "when what is killed is %s",
    async (_what, part, afterMs, mayBeLateMs) => {
      const burst = aBurst(mesh(), { name: `burst-${part}`, mayBeLateMs }, async (dueMs) => {
        await seconds((dueMs + afterMs - Date.now()) / 1_000);
        await mesh().part(part).kill();
        await seconds(1);
        await mesh().part(part).start();
      });
      expect(await burst).toEqual(ONCE_EACH);
    },
    120_000,
  );
}
