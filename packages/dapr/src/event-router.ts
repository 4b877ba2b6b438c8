import type { EventContract } from "@todo-mesh/contracts/events";
import express, { Router } from "express";
import { bulkOf, singleOf } from "./delivery.ts";
import type { EventEdge } from "./edge.ts";
import { createEdges, type EdgeOptions } from "./edges.ts";
import type { Subscription } from "./subscription.ts";
import { verdictsOn } from "./verdicts.ts";

const MAX_BATCH = 100;
const MAX_WAIT_MS = 10;
// A hundred events of 1 MB may come at once, in base64, and refusing them would bring them back for ever.
const JSON_LIMIT = "160mb";

export interface EventRouterOptions extends EdgeOptions {
  /** Name of the pub/sub component. */
  readonly pubsub: string;
  readonly subscriptions: readonly Subscription[];
  readonly jsonLimit?: string | undefined;
}

/**
 * The event edge: tells the sidecar what to bring (`/dapr/subscribe`), takes it in on `/events/{topic}`,
 * singly or in bulk, and answers SUCCESS, RETRY or DROP for each. Types nobody asked for are SUCCESS.
 * One per app. Mount it behind `requireAppToken`.
 */
export function eventRouter(options: EventRouterOptions): Router {
  const { jsonLimit = JSON_LIMIT } = options;
  const topics = destinationsByTopic(options.subscriptions);
  const edgeOf = createEdges(options);
  // Anything may lie on a topic, a bare `null` too, and a 400 would bring it back for ever.
  const readBody = express.json({ limit: jsonLimit, strict: false, type: () => true });

  const router = Router();
  router.get("/dapr/subscribe", (_req, res) => {
    res.json([...topics.keys()].map((topic) => requestFor(topic, options.pubsub)));
  });
  for (const [topic, destinations] of topics) {
    const edge = edgeOf(topic, destinations);
    router.post(`/events/${topic}`, readBody, async (req, res) => {
      const body: unknown = req.body;
      res.json(await answerTo(edge, body));
    });
  }
  return router;
}

async function answerTo(edge: EventEdge, body: unknown) {
  const bulk = bulkOf(body);
  if (bulk === undefined) {
    const [status] = await verdictsOn(edge, [singleOf(body)]);
    return { status };
  }
  const verdicts = await verdictsOn(edge, bulk);
  return { statuses: bulk.map(({ entryId }, at) => ({ entryId, status: verdicts[at] })) };
}

// Two things the sidecar could do are done here. It would put refused events with the dead letters, but
// in bulk, after a RETRY, Dapr 1.18.3 takes the wrong entry or crashes: so no `deadLetterTopic`. And it
// would parse the events: brought raw, what is no JSON comes to the dead letters like the rest.
function requestFor(topic: string, pubsub: string) {
  return {
    pubsubname: pubsub,
    topic,
    route: `/events/${topic}`,
    metadata: { rawPayload: "true" },
    bulkSubscribe: {
      enabled: true,
      maxMessagesCount: MAX_BATCH,
      maxAwaitDurationMs: MAX_WAIT_MS,
    },
  };
}

type Destinations = Map<string, { contract: EventContract; subscription: Subscription }>;

function destinationsByTopic(subscriptions: readonly Subscription[]): Map<string, Destinations> {
  const topics = new Map<string, Destinations>();
  for (const subscription of subscriptions)
    for (const contract of subscription.contracts) {
      const onTopic = topics.get(contract.topic) ?? new Map();
      if (onTopic.has(contract.type))
        throw new Error(`Two subscriptions want ${contract.type}: only one use case may answer it`);
      topics.set(contract.topic, onTopic.set(contract.type, { contract, subscription }));
    }
  return topics;
}
