import express, { type Express, type Router } from "express";
import type { Logger } from "../log/logger.ts";
import { requireOperator } from "./operator-token.ts";
import type { Metrics } from "../process/metrics.ts";
import { noSuchRoute, otherMethods, problemHandler } from "./problem.ts";
import { remembered } from "../process/remembered.ts";
import { requestScope } from "./request-scope.ts";

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

/** What whoever runs a service may see and do; for the bearer of the token alone. */
export interface OperatorView {
  readonly token: () => Promise<string>;
  readonly routes: Router;
}

const PATIENCE_MS = 2_000;

/**
 * The ops port: `/livez` (the process runs; asks nothing), `/readyz` (503 and by name when something is
 * away; asked at most once a second, answered within 2 s) and `/metrics` for Prometheus. Anybody may
 * ask these; all else is the operator's view, where a service has one.
 */
export function opsApp(options: {
  ready: () => Promise<readonly Dependency[]>;
  metrics: Metrics;
  log: Logger;
  operator?: OperatorView | undefined;
}): Express {
  const { log, metrics } = options;
  const readiness = remembered(() => readinessOf(options.ready));
  const app = express().disable("x-powered-by").use(requestScope({ log }));
  app
    .route("/livez")
    .get((_req, res) => void res.json({ alive: true }))
    .all(otherMethods());
  app
    .route("/readyz")
    .get(async (_req, res) => {
      const answer = await readiness();
      res.status(answer.ready ? 200 : 503).json(answer);
    })
    .all(otherMethods());
  app
    .route("/metrics")
    .get(async (_req, res) => {
      res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    })
    .all(otherMethods());
  if (options.operator) app.use(requireOperator(options.operator.token), options.operator.routes);
  return app.use(noSuchRoute(), problemHandler(log));
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
