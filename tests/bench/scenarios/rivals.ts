import { setTimeout as wait } from "node:timers/promises";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import pLimit from "p-limit";
import { Pool } from "pg";
import type { Figure, Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";
import { cpuOfFamily, cpuOf, cpuSum } from "../processes.ts";
import { ring } from "../ring.ts";
import { bullmq } from "../rivals/bullmq.ts";
import { graphileWorker } from "../rivals/graphile-worker.ts";
import { pgBoss } from "../rivals/pg-boss.ts";
import type { Rival } from "../rivals/queue.ts";
import { startRedis } from "../rivals/redis.ts";
import { settings } from "../settings.ts";
import { median, percentile, readable, spread } from "../statistics.ts";
import { tell } from "../tell.ts";

const CONNECTIONS = 32;
const MARGIN_MS = 5_000;
const PATIENCE_MS = 300_000;

/** The same burst for queues of delayed jobs whose one effect is a row in the same PostgreSQL. */
export const rivals: Scenario = {
  name: "rivals",
  measure: async () =>
    onMesh({}, async (mesh) => {
      const count = settings.reminders;
      const { lateness, lost, doubled, early, cpu } = await ring(
        mesh,
        Array.from({ length: count }, () => 0),
      );
      const ours = { lateness, lost, doubled, early, cpuMs: cpuSum(cpu) };
      const figures = [figureOf("this mesh", ours, ours)];
      const redis = await startRedis();
      if (!redis) tell("  redis-server is not installed, so BullMQ is left out");
      try {
        for (const rival of [...(redis ? [bullmq(redis)] : []), pgBoss, graphileWorker])
          figures.push(figureOf(rival.name, await burstOf(mesh, rival, count), ours));
      } finally {
        await redis?.close();
      }
      return figures;
    }),
};

interface Outcome {
  readonly lateness: readonly number[];
  readonly lost: number;
  readonly doubled: number;
  readonly early: number;
  /** Processor time of a job, of all that had to do with it. */
  readonly cpuMs: number;
}

async function burstOf(mesh: Mesh, rival: Rival, count: number): Promise<Outcome> {
  tell(`  ${rival.name}: ${count} jobs`);
  const pool = new Pool({ connectionString: mesh.postgresUrl, max: CONNECTIONS });
  pool.on("error", () => undefined);
  await pool.query("DROP TABLE IF EXISTS shown");
  await pool.query("CREATE TABLE shown (job text, at timestamptz DEFAULT clock_timestamp())");
  const show = async (job: string): Promise<void> =>
    void (await pool.query({ name: "show", text: "INSERT INTO shown VALUES ($1)", values: [job] }));
  const queue = await rival.open({ pool, show });
  try {
    const limit = pLimit(CONNECTIONS);
    const add = async (n: number, due: Date) => limit(async () => queue.add(String(n), due));
    const began = performance.now();
    await add(-1, new Date());
    const due = new Date(Date.now() + MARGIN_MS + (performance.now() - began) * count);
    await Promise.all(Array.from({ length: count }, async (_, n) => add(n, due)));
    if (Date.now() > due.getTime()) throw new Error(`${rival.name} took too long to take them in`);
    await wait(due.getTime() - Date.now());
    const before = cpuOfRival(mesh, rival);
    await until(`${rival.name} has shown all`, () => hasShown(pool, count), PATIENCE_MS);
    const cpuMs = (cpuOfRival(mesh, rival) - before) / count;
    return { ...(await outcomeOf(pool, { count, due })), cpuMs };
  } finally {
    await queue.close();
    await pool.end();
  }
}

const cpuOfRival = (mesh: Mesh, { pid }: Rival): number =>
  ["bench", "postgres"].reduce((sum, part) => sum + (cpuOf(mesh).get(part) ?? 0), 0) +
  (pid === undefined ? 0 : cpuOfFamily(pid));

async function hasShown(pool: Pool, count: number): Promise<boolean> {
  await wait(200);
  const text = "SELECT count(DISTINCT job)::int AS count FROM shown WHERE job <> '-1'";
  const { rows } = await pool.query<{ count: number }>(text);
  return (rows[0]?.count ?? 0) >= count;
}

async function outcomeOf(
  pool: Pool,
  { count, due }: { readonly count: number; readonly due: Date },
): Promise<Omit<Outcome, "cpuMs">> {
  const text = "SELECT job, at FROM shown WHERE job <> '-1'";
  const { rows } = await pool.query<{ job: string; at: Date }>(text);
  const lateness = rows.map(({ at }) => at.getTime() - due.getTime());
  const jobs = new Set(rows.map(({ job }) => job)).size;
  return {
    lateness,
    lost: count - jobs,
    doubled: rows.length - jobs,
    early: lateness.filter((ms) => ms < 0).length,
  };
}

function figureOf(name: string, outcome: Outcome, ours: Outcome): Figure {
  const { lateness, lost, doubled, early, cpuMs } = outcome;
  const last = percentile(lateness, 1);
  const ratio = percentile(ours.lateness, 1) / last;
  return {
    figure: `rivals, ${settings.reminders} due at once, ${name}: the last is shown`,
    measured: last / 1_000,
    unit: "s",
    note:
      `${spread(lateness)}; ${readable(cpuMs)} ms of processor each; lost ${lost}, doubled ${doubled}, early ${early}` +
      (outcome === ours ? "" : `; the mesh takes ${readable(ratio)}× as long`),
    details: { p50: median(lateness), p99: percentile(lateness, 0.99), cpu: cpuMs },
  };
}
