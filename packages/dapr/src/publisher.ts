import { currentTraceparent } from "@todo-mesh/kit";
import { checkEvents, type EventPublisher, type OutgoingEvent } from "@todo-mesh/ports";
import { refusal, succeeded } from "./answer.ts";
import { publishInBulk, publishPath } from "./bulk-publish.ts";
import type { Sidecar } from "./sidecar.ts";

const CLOUD_EVENT = "application/cloudevents+json";
const FAILURE = "The event broker did not take every event";

/**
 * Events by the sidecar's HTTP API: the SDK's bulk call reports no failure at all, and its single one
 * resolves with it. Events of one topic go out in the order given.
 */
export function daprPublisher(sidecar: Sidecar, { pubsub }: { pubsub: string }): EventPublisher {
  return {
    publish: async (events) => {
      checkEvents(events);
      for (const [topic, onTopic] of Map.groupBy(events, (event) => event.topic)) {
        const [first] = onTopic;
        if (first && onTopic.length === 1) await publishOne(sidecar, pubsub, first);
        else {
          const path = publishPath("publish/bulk", pubsub, topic);
          await publishInBulk(sidecar, path, onTopic.map(entryOf), FAILURE);
        }
      }
    },
  };
}

// A quarter quicker than a bulk of one.
async function publishOne(sidecar: Sidecar, pubsub: string, event: OutgoingEvent): Promise<void> {
  const path = publishPath("publish", pubsub, event.topic);
  const answer = await sidecar.send({
    method: "POST",
    path: `${path}&metadata.partitionKey=${encodeURIComponent(event.key)}`,
    body: JSON.stringify(traced(event)),
    contentType: CLOUD_EVENT,
  });
  if (!succeeded(answer)) throw refusal(answer, FAILURE);
}

function entryOf(event: OutgoingEvent, position: number): string {
  return JSON.stringify({
    entryId: String(position),
    event: traced(event),
    contentType: CLOUD_EVENT,
    metadata: { partitionKey: event.key },
  });
}

const traced = ({ event }: OutgoingEvent) => ({ traceparent: currentTraceparent(), ...event });
