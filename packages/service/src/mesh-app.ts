import type { ServiceName } from "@todo-mesh/contracts";
import { callRouter, type Served } from "@todo-mesh/dapr";
import {
  type Logger,
  type Metrics,
  noSuchRoute,
  problemHandler,
  requestScope,
  requireAppToken,
} from "@todo-mesh/kit";
import express, { type Express, type Router } from "express";

export interface MeshAppDeps {
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
  readonly appToken: string;
  /** What `/healthz` tells beside that the process is alive; it asks nobody. */
  readonly health?: (() => object) | undefined;
}

/** The door for the sidecar alone: calls of other services, then what the sidecar brings of itself; `/healthz` for whoever asks. */
export function meshApp(
  name: ServiceName,
  { appToken, health, ...deps }: MeshAppDeps,
  calls: readonly Served[],
  ...routes: readonly Router[]
): Express {
  // A sidecar asks for no answer a second time; a digest of each is a hundredth of what a burst costs a service.
  return express()
    .disable("x-powered-by")
    .disable("etag")
    .use(requestScope(deps))
    .get("/healthz", (_req, res) => void res.json({ alive: true, ...health?.() }))
    .use(requireAppToken(appToken), callRouter(name, calls), ...routes)
    .use(noSuchRoute(), problemHandler(deps.log));
}
