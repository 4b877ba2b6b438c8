import express, { type Express } from "express";
import type { Metrics } from "./metrics.ts";

/** One thing the service cannot work without, and whether it is there. */
export interface Dependency {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string | undefined;
}

interface Readiness {
  readonly ready: boolean;
  readonly dependencies: readonly Dependency[];
}

const CACHED_MS = 1_000;
const PATIENCE_MS = 2_000;

/**
 * The ops port: `/livez` (the process runs; asks nothing), `/readyz` (503 and by name when something is
 * away; asked at most once a second, answered within 2 s) and `/metrics` for Prometheus.
 */
export function opsApp(options: {
  ready: () => Promise<readonly Dependency[]>;
  metrics: Metrics;
}): Express {
  const readiness = remembered(() => readinessOf(options.ready));
  return express()
    .disable("x-powered-by")
    .get("/livez", (_req, res) => void res.json({ alive: true }))
    .get("/readyz", async (_req, res) => {
      const answer = await readiness();
      res.status(answer.ready ? 200 : 503).json(answer);
    })
    .get("/metrics", async (_req, res) => {
      const { registry } = options.metrics;
      res.type(registry.contentType).send(await registry.metrics());
    });
}

async function readinessOf(ask: () => Promise<readonly Dependency[]>): Promise<Readiness> {
  const dependencies = await inTime(ask()).catch((): Dependency[] => [
    { name: "readiness", ok: false, detail: "could not be found out in time" },
  ]);
  return { ready: dependencies.every(({ ok }) => ok), dependencies };
}

async function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too late")), PATIENCE_MS);
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

// Probes of several watchers share one answer, and one that is still being found out.
function remembered<Result>(find: () => Promise<Result>): () => Promise<Result> {
  let last: { answer: Promise<Result>; until: number } | undefined;
  return () => {
    if (last && performance.now() < last.until) return last.answer;
    const mine = { answer: find(), until: Infinity };
    void mine.answer.finally(() => (mine.until = performance.now() + CACHED_MS));
    last = mine;
    return mine.answer;
  };
}
