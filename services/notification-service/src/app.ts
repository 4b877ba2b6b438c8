import { type DeadLetters, eventRouter } from "@todo-mesh/dapr";
import type { OnClose } from "@todo-mesh/kit";
import { meshApp, type MeshAppDeps } from "@todo-mesh/service";
import { type Outbox, takesTransactions } from "@todo-mesh/state";
import type { Express } from "express";
import { servedCalls } from "./inbound/calls.ts";
import { subscriptions } from "./inbound/events.ts";
import type { InboxDeps } from "./use-cases/show-reminders.ts";

export interface AppDeps extends InboxDeps, MeshAppDeps {
  readonly components: { readonly pubsub: string };
  readonly deadLetters: DeadLetters;
  readonly outbox: Pick<Outbox, "add" | "hasRoom">;
  readonly onClose?: OnClose | undefined;
}

/** The mesh door: events, and what chat-api asks of inboxes. */
export function buildApp(deps: AppDeps): Express {
  const events = eventRouter({
    ...deps,
    pubsub: deps.components.pubsub,
    subscriptions: subscriptions(deps),
    isWell: takesTransactions(deps.store, deps.outbox),
  });
  return meshApp("notification-service", deps, servedCalls(deps), events);
}
