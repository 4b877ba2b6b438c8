import type { ErrorKind } from "@todo-mesh/ports";
import { z } from "zod";
import { jsonOf } from "./answer.ts";
import type { ArrivedEvent, Subscription } from "./subscription.ts";

/** What Dapr is told of an entry: done; bring it again; refused for good. */
export type Verdict = "SUCCESS" | "RETRY" | "DROP";

/** Why an event was refused, or has to wait. */
export interface Why {
  readonly kind: ErrorKind;
  readonly reason: string;
}

/**
 * What becomes of an entry: done; to come again; refused for good; or set aside, to be tried from there while
 * others go on.
 */
export type Fate =
  { readonly verdict: "SUCCESS" | "RETRY" } | ({ readonly verdict: "DROP" | "ASIDE" } & Why);

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

/** An event that was refused for good, for whoever has to tell somebody of it. */
export interface Refused extends Why {
  readonly topic: string;
  /** What was sent, however broken; undefined where it is no JSON. */
  readonly value: unknown;
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
