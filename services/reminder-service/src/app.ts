import { type DeadLetters, eventRouter, jobRouter } from "@todo-mesh/dapr";
import type { OnClose } from "@todo-mesh/kit";
import { meshApp, type MeshAppDeps } from "@todo-mesh/service";
import { type Outbox, takesTransactions } from "@todo-mesh/state";
import type { Timers } from "@todo-mesh/timers";
import type { Express } from "express";
import type { TimerData } from "./domain/planning/timers-between.ts";
import { subscriptions } from "./inbound/events.ts";
import { servedCalls } from "./inbound/calls.ts";
import type { InStepDeps } from "./use-cases/keep-reminders-in-step.ts";
import { emitLostNews } from "./use-cases/emit-lost-news.ts";
import type { ReminderIndex } from "./use-cases/reminder-index.ts";

export interface AppDeps extends InStepDeps, MeshAppDeps {
  readonly timers: Timers<TimerData>;
  readonly index: ReminderIndex;
  readonly components: { readonly pubsub: string };
  readonly deadLetters: DeadLetters;
  readonly outbox: Pick<Outbox, "add" | "hasRoom">;
  readonly onClose?: OnClose | undefined;
}

/** The mesh door: what chat-api asks, events and jobs. */
export function buildApp(deps: AppDeps): Express {
  const events = eventRouter({
    ...deps,
    pubsub: deps.components.pubsub,
    subscriptions: subscriptions(deps),
    isWell: takesTransactions(deps.store, deps.outbox),
    onRefused: emitLostNews(deps),
  });
  const jobs = jobRouter({ log: deps.log, ring: (job, data) => deps.timers.ring(job, data) });
  return meshApp("reminder-service", deps, servedCalls(deps), events, jobs);
}
