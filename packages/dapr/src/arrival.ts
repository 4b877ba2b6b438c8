import { CloudEvent } from "@todo-mesh/contracts/events";
import { withTrace } from "@todo-mesh/kit";
import { z } from "zod";
import { type Arrival, type Delivery, type Fate, valueIn } from "./delivery.ts";
import type { EventEdge } from "./edge.ts";

// As much of a CloudEvent as is needed here; how others write the rest is no fault.
const Envelope = CloudEvent.pick({
  specversion: true,
  id: true,
  type: true,
  traceparent: true,
  data: true,
});

/** The event in an entry with the use case it goes to; or at once the fate of what goes nowhere. */
export function arrivalOf(edge: EventEdge, delivery: Delivery): Arrival | Fate {
  const envelope = Envelope.safeParse(valueIn(delivery));
  if (!envelope.success) {
    edge.log.warn("event dropped: its envelope is broken", {
      topic: edge.topic,
      error: envelope.error,
    });
    return broken(envelope.error);
  }
  const { id, type, traceparent, data } = envelope.data;
  const known = edge.destinations.get(type);
  if (known === undefined) return { verdict: "SUCCESS" };
  const { contract, subscription } = known;
  const read = contract.data.safeParse(data);
  if (read.success)
    return { delivery, subscription, event: { id, type, traceparent, data: read.data } };
  const about = { topic: edge.topic, event_id: id, event_type: type, error: read.error };
  withTrace(traceparent, () => edge.log.warn("event dropped: it breaks its contract", about));
  return broken(read.error);
}

const broken = (error: z.ZodError): Fate => ({
  verdict: "DROP",
  kind: "invalid",
  reason: z.prettifyError(error),
});
