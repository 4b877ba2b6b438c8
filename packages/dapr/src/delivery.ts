import type { EventContract } from "@todo-mesh/contracts";
import type { Logger } from "@todo-mesh/kit";
import type { ErrorKind } from "@todo-mesh/ports";
import { z } from "zod";
import { jsonOf } from "./answer.ts";
import type { DeadLetters } from "./dead-letters.ts";
import type { Patience } from "./patience.ts";
import type { ArrivedEvent, Subscription } from "./subscription.ts";

/** What Dapr is told of an entry: done; bring it again; refused for good. */
export type Verdict = "SUCCESS" | "RETRY" | "DROP";

/** What becomes of an entry, and for one that is dropped why. */
export type Fate =
  | { readonly verdict: "SUCCESS" | "RETRY" }
  | { readonly verdict: "DROP"; readonly kind: ErrorKind; readonly reason: string };

/** One event as the sidecar brought it. What shares a `key` came in order and must be done in order. */
export interface Delivery {
  readonly entryId: string;
  readonly key: string | undefined;
  readonly bytes: Uint8Array;
}

/** An event that was read, and where it goes. */
export interface Arrival {
  readonly delivery: Delivery;
  readonly event: ArrivedEvent<unknown>;
  readonly subscription: Subscription;
}

/** What the handling of events needs to know, for one topic. */
export interface EventEdge {
  readonly topic: string;
  /** By type of event. */
  readonly destinations: ReadonlyMap<
    string,
    { readonly contract: EventContract; readonly subscription: Subscription }
  >;
  readonly deadLetters: DeadLetters | false;
  readonly patience: Patience;
  readonly log: Logger;
  readonly nowMs: () => number;
}

const KAFKA_KEY = "__key";
const RAW = "application/octet-stream";

const BulkDelivery = z.object({
  type: z.literal("com.dapr.event.sent.bulk"),
  entries: z.array(
    z.object({
      entryId: z.string(),
      event: z.unknown(),
      contentType: z.string().optional(),
      metadata: z.object({ [KAFKA_KEY]: z.string().optional() }).optional(),
    }),
  ),
});
const RawDelivery = z.object({ data_base64: z.base64(), type: z.literal("com.dapr.event.sent") });

/** The entries of a bulk delivery; undefined for an event that came singly. */
export function bulkOf(body: unknown): Delivery[] | undefined {
  return BulkDelivery.safeParse(body).data?.entries.map(
    ({ entryId, event, contentType, metadata }) => ({
      entryId,
      key: metadata?.[KAFKA_KEY],
      bytes: contentType === RAW && typeof event === "string" ? bytesOf(event) : written(event),
    }),
  );
}

/** The event of a delivery that is not in bulk, which the sidecar wraps when it brings it raw. */
export function singleOf(body: unknown): Delivery {
  const raw = RawDelivery.safeParse(body).data;
  return { entryId: "", key: undefined, bytes: raw ? bytesOf(raw.data_base64) : written(body) };
}

/** The value that was sent; undefined where it is no JSON. */
export const valueIn = ({ bytes }: Delivery): unknown => jsonOf(Buffer.from(bytes).toString());

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, "base64");
const written = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value) ?? "");
