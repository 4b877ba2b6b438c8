import type { Mesh } from "@todo-mesh/mesh";
import type { Figure, Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";
import { cpuSum } from "../processes.ts";
import { ring } from "../ring.ts";
import { settings } from "../settings.ts";
import { percentile, readable, spread } from "../statistics.ts";
import { tell } from "../tell.ts";

const MOST = 3;
const SHARED = ["reminder-service", "notification-service"] as const;

/** A burst that one, two and three replicas share, on the same processors: nothing may be doubled, and each has its part. */
export const replicas: Scenario = {
  name: "replicas",
  measure: async () => {
    const figures: Figure[] = [];
    for (let count = 1; count <= MOST; count += 1) figures.push(await sharedBy(count));
    return figures;
  },
};

const sharedBy = (count: number): Promise<Figure> =>
  onMesh({ replicas: Object.fromEntries(SHARED.map((name) => [name, count])) }, async (mesh) => {
    tell(`  ${count} of ${SHARED.join(" and ")}`);
    const before = await firedBy(mesh, count);
    const dueAtOnce = Array.from({ length: settings.reminders }, () => 0);
    const { lateness, lost, doubled, early, cpu } = await ring(mesh, dueAtOnce);
    const fired = (await firedBy(mesh, count)).map((all, at) => all - (before[at] ?? 0));
    return {
      figure: `replicas, ${settings.reminders} due at once, ${count} of each: the last in the inbox`,
      measured: percentile(lateness, 1) / 1_000,
      unit: "s",
      note: `${spread(lateness)}; fired by each: ${fired.join(", ")}; ${readable(cpuSum(cpu))} ms of processor each; lost ${lost}, doubled ${doubled}, early ${early}`,
      details: { fired, p99: percentile(lateness, 0.99) },
    };
  });

/** How many timers each replica has fired, those of the warm-up among them. */
const firedBy = (mesh: Mesh, count: number): Promise<number[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, replica) => {
      const { opsUrl } = mesh.doors("reminder-service", replica);
      const text = await (await fetch(`${opsUrl}/metrics`)).text();
      const counts = text.matchAll(/^timer_outcomes_total\{[^}]*outcome="fired"[^}]*\} (\d+)$/gm);
      return [...counts].reduce((sum, [, fired]) => sum + Number(fired), 0);
    }),
  );
