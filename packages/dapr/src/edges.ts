import { setTimeout as sleep } from "node:timers/promises";
import type { Logger, Metrics, OnClose } from "@todo-mesh/kit";
import type { ErrorKind } from "@todo-mesh/ports";
import { type Aside, createAside } from "./aside.ts";
import type { DeadLetters } from "./dead-letters.ts";
import type { Refused } from "./delivery.ts";
import type { EventEdge } from "./edge.ts";
import { createRefusals } from "./refusals.ts";
import { createSuspects } from "./suspects.ts";

export interface EdgeOptions {
  readonly log: Logger;
  /** Where refused events go; `false`: nowhere, they are gone. */
  readonly deadLetters: DeadLetters | false;
  /** Whether what every event needs is there. Left out: what fails and may pass is never an event's own fault. */
  readonly isWell?: (() => Promise<boolean>) | undefined;
  /** Hears of what was refused for good, perhaps twice. */
  readonly onRefused?: ((refused: readonly Refused[]) => Promise<void>) | undefined;
  readonly metrics?: Metrics | undefined;
  /** A clock that only counts: milliseconds since whenever. */
  readonly nowMs?: (() => number) | undefined;
  /** Ends sooner when the signal says so. */
  readonly wait?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** Is told how what was set aside is brought to an end; nothing may arrive any more by then. */
  readonly onClose?: OnClose | undefined;
}

// It must not keep a process from ending: what it waits for lies with the dead letters.
const waitUnheld = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { ref: false, signal }).catch(() => undefined);

/** Makes the edge of each topic; they are counted together. */
export function createEdges(options: EdgeOptions) {
  const { log, deadLetters, nowMs = () => performance.now(), wait = waitUnheld } = options;
  const { onRefused = async () => undefined } = options;
  const isWell = async (): Promise<boolean> =>
    options.isWell ? options.isWell().catch(() => false) : false;
  const asides: Aside[] = [];
  const count = countingIn(options.metrics, asides);
  options.onClose?.("events set aside", async () => {
    await Promise.all(asides.map((aside) => aside.close()));
  });

  return (topic: string, destinations: EventEdge["destinations"]): EventEdge => {
    const common = { topic, log, nowMs, isWell };
    const { tell, keep } = createRefusals({ ...common, deadLetters, onRefused, count });
    const aside = createAside({
      ...common,
      wait,
      giveUp: async ({ delivery }, why) => tell([[delivery, why]]),
    });
    asides.push(aside);
    const suspects = createSuspects(nowMs);
    return { ...common, destinations, suspects, aside: deadLetters ? aside : undefined, keep };
  };
}

function countingIn(metrics: EdgeOptions["metrics"], asides: readonly Aside[]) {
  const letters = metrics?.counter({
    name: "dead_letters_total",
    help: "Events that were put with the dead letters, by topic and kind of error",
    labels: ["topic", "kind"],
  });
  metrics?.gauge(
    { name: "events_set_aside", help: "Events that failed alone and are tried again" },
    () => asides.reduce((sum, aside) => sum + aside.count(), 0),
  );
  return (topic: string, kind: ErrorKind): void => letters?.inc({ topic, kind });
}
