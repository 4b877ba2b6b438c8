import { CloudEvent } from "@todo-mesh/contracts/events";
import type { Clock, EventPublisher, IdSource, StateStore } from "@todo-mesh/ports";
import type { Logger } from "@todo-mesh/kit";
import { z } from "zod";
import { keyOf } from "../key.ts";

/** How long a writer counts as alive after its last word: what it left unpublished as it died waits for so long. */
export const LEASE_MS = 3_000;
/** How long a take-over may be silent: it may wait for the broker meanwhile. */
export const CLAIM_MS = 10_000;
/** How long a closed number stays closed: far longer than any write can be on its way. */
export const CLOSED_SECONDS = 86_400;

export interface OutboxDeps {
  readonly store: StateStore;
  readonly publisher: EventPublisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  /** The app-id: the `source` of every event. */
  readonly service: string;
  /**
   * How many numbers a writer may be ahead of its stored low-water mark: what a take-over has to look
   * at. The same for every process of a service, and never smaller than it was.
   */
  readonly window: number;
  /** Whether a person may hold no more of the window than is left for all others. */
  readonly sharesRoom?: boolean;
  /** How to wait; tests bring their own. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Who writes, so that what they leave is found. */
export const REGISTRY = keyOf("outbox");
export const Registry = z.object({ writers: z.array(z.string()) });

/** A writer's own row. Whoever is `holder` until `lease_until` looks after what it wrote: itself, until it is taken over. */
export const headKey = (writer: string) => keyOf("outbox", writer);
export const Head = z.object({ low_water: z.int(), lease_until: z.int(), holder: z.string() });

/** All the events of one transaction, or the word that this number will never hold any. */
export const rowKey = (writer: string, n: number) => keyOf("outbox", writer, n);
export const Row = z.union([
  z.object({
    events: z.array(z.object({ topic: z.string(), key: z.string(), event: CloudEvent })),
  }),
  z.object({ closed: z.literal(true) }),
]);
