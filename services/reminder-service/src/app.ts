import { allowedCalls, type DeadLetters, eventRouter, jobRouter } from "@todo-mesh/dapr";
import {
  type Logger,
  type Metrics,
  noSuchRoute,
  type OnClose,
  problemHandler,
  requestScope,
  requireAppToken,
} from "@todo-mesh/kit";
import { type Outbox, takesTransactions } from "@todo-mesh/state";
import type { Timers } from "@todo-mesh/timers";
import express, { type Express } from "express";
import type { TimerData } from "./domain/planning/timers-between.ts";
import { subscriptions } from "./inbound/events.ts";
import { rearmRouter } from "./inbound/rearm.ts";
import type { InStepDeps } from "./use-cases/keep-reminders-in-step.ts";
import { tellOfLostNews } from "./use-cases/tell-unplanned.ts";

export interface AppDeps extends InStepDeps {
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
  readonly timers: Timers<TimerData>;
  readonly pubsub: string;
  readonly deadLetters: DeadLetters;
  readonly outbox: Pick<Outbox, "add" | "hasRoom">;
  readonly onClose?: OnClose | undefined;
  readonly appApiToken: string;
}

/** The mesh door: events, jobs and `POST /rearm`, for the sidecar alone; `/healthz` for whoever asks. */
export function buildApp(deps: AppDeps): Express {
  return express()
    .use(requestScope(deps))
    .get("/healthz", (_req, res) => void res.json({ healthy: true }))
    .use(requireAppToken(deps.appApiToken))
    .use(allowedCalls("reminder-service"))
    .use(
      eventRouter({
        ...deps,
        subscriptions: subscriptions(deps),
        isWell: takesTransactions(deps.store, deps.outbox),
        onRefused: tellOfLostNews(deps),
      }),
    )
    .use(jobRouter({ log: deps.log, ring: (job, data) => deps.timers.ring(job, data) }))
    .use(rearmRouter(deps))
    .use(noSuchRoute())
    .use(problemHandler(deps.log));
}
