import { type DaprPaths, daprPart } from "./dapr.ts";
import { requireJava } from "./java.ts";
import { type KafkaPaths, kafkaPart } from "./kafka.ts";
import { ensurePage } from "./page.ts";
import { makePresent, missingOf, type Surroundings } from "./part.ts";
import { ensurePostgres } from "./postgres.ts";
import type { Postgres } from "./postgres-for.ts";
import { allOf } from "./unavailable.ts";

/** The real parts of the mesh on this machine; every path is absolute. */
export interface Runtime extends DaprPaths, KafkaPaths {
  readonly java: string;
  readonly postgres: Postgres;
  /** Where the page's files lie. */
  readonly page: string;
}

/**
 * Makes the real parts present: builds Dapr and fetches Kafka into the user's cache unless they
 * stand there already. That takes minutes the first time and nothing afterwards. `report` receives
 * whole lines for people to read. Rejects with `RuntimeUnavailable` when it cannot.
 */
export async function ensureRuntime(options: {
  readonly report: (line: string) => void;
  readonly signal?: AbortSignal;
}): Promise<Runtime> {
  const postgres = await ensurePostgres();
  const here = { env: process.env, ...options };
  return { ...(await ensureParts(here)), postgres, page: await ensurePage(here) };
}

/** Nothing is begun before every tool that it takes has been found. */
export async function ensureParts(here: Surroundings): Promise<Omit<Runtime, "postgres" | "page">> {
  const [dapr, kafka] = await Promise.all([daprPart(here.env), kafkaPart(here.env)]);
  const missing = await missingOf([dapr, kafka]);
  const [java] = await allOf([
    requireJava(here.env),
    ...missing.map(async (part) => part.requireTools()),
  ]);
  await makePresent(missing, here);
  return { java, ...dapr.paths, ...kafka.paths };
}
