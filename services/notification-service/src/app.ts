import { allowedCalls, type DeadLetters, eventRouter } from "@todo-mesh/dapr";
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
import express, { type Express } from "express";
import { subscriptions } from "./inbound/events.ts";
import { inboxRoutes } from "./inbound/inbox-routes.ts";
import type { InboxDeps } from "./use-cases/show-reminders.ts";

export interface AppDeps extends InboxDeps {
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
  readonly pubsub: string;
  readonly deadLetters: DeadLetters;
  readonly outbox: Pick<Outbox, "add" | "hasRoom">;
  readonly onClose?: OnClose | undefined;
  readonly appApiToken: string;
}

/** The mesh door: events and the inbox's methods, for the sidecar alone; `/healthz` for whoever asks. */
export function buildApp(deps: AppDeps): Express {
  return express()
    .use(requestScope(deps))
    .get("/healthz", (_req, res) => void res.json({ healthy: true }))
    .use(requireAppToken(deps.appApiToken))
    .use(allowedCalls("notification-service"))
    .use(
      eventRouter({
        ...deps,
        subscriptions: subscriptions(deps),
        isWell: takesTransactions(deps.store, deps.outbox),
      }),
    )
    .use(inboxRoutes(deps))
    .use(noSuchRoute())
    .use(problemHandler(deps.log));
}
