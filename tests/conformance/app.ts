import {
  CloudEvent,
  NOTIFICATIONS_TOPIC,
  REMINDERS_TOPIC,
  TASKS_TOPIC,
} from "@todo-mesh/contracts/events";
import {
  type ArrivedEvent,
  type DeadLetters,
  eventRouter,
  jobRouter,
  onBatch,
} from "@todo-mesh/dapr";
import { listen } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import { AppError } from "@todo-mesh/ports";
import type { Ring } from "@todo-mesh/ports/conformance";
import express, { type RequestHandler } from "express";
import { z } from "zod";

export const TOPICS = [TASKS_TOPIC, NOTIFICATIONS_TOPIC] as const;

const Attempt = z.object({
  n: z.number(),
  failures: z.number().optional(),
  refuse: z.boolean().optional(),
});
/** An event that fails so many times, or is refused for good, before it is done. */
export const Trying = {
  type: "todo.conformance.trying.v1",
  topic: REMINDERS_TOPIC,
  data: Attempt,
};
// Nobody sends it: the topic is subscribed to for what else travels on it.
const silent = (topic: string) => ({
  type: "todo.conformance.silent.v1",
  topic,
  data: z.unknown(),
});

const log = quietLogger();
const anyJson = express.json({ strict: false, limit: "160mb", type: () => true });

/** The app beside the sidecar: takes in events and jobs as a service does, and remembers everything. */
export async function startApp(deadLetters: () => DeadLetters) {
  const memory = aMemory();
  const attempt = onBatch(Trying, async (batch) => {
    for (const event of batch) tryOnce(memory, event);
    memory.done.push(...batch.map(({ id }) => id));
  });
  const silence = TOPICS.map((topic) => onBatch(silent(topic), async () => undefined));
  const edge = {
    pubsub: "pubsub",
    log,
    subscriptions: [attempt, ...silence],
    deadLetters: async (letters: Parameters<DeadLetters>[0]) => deadLetters()(letters),
    isWell: async () => true,
  };
  const app = express()
    .get("/healthz", (_req, res) => void res.sendStatus(204))
    .use("/events", anyJson, recordEvents(memory))
    .use("/job/:name", anyJson, recordRings(memory))
    .use(eventRouter(edge))
    .use(jobRouter({ log, ring: async (name) => refuseWhileTold(memory, name) }));
  const close = await listen(app, { host: "127.0.0.1", port: 0, name: "app" });
  return { ...memory, close, port: close.port };
}
export type App = Awaited<ReturnType<typeof startApp>>;

function aMemory() {
  const events: { topic: string; event: CloudEvent }[] = [];
  const tries: string[] = [];
  const done: string[] = [];
  const rings: Ring[] = [];
  const refusals = new Map<string, number>();
  const tokens = new Set<string | undefined>();
  return { events, tries, done, rings, refusals, tokens };
}
type Memory = ReturnType<typeof aMemory>;

function tryOnce({ tries }: Memory, { id, data }: ArrivedEvent<z.infer<typeof Attempt>>): void {
  tries.push(id);
  if (data.refuse) throw new AppError("invalid", "refused for good");
  const failed = tries.filter((tried) => tried === id).length;
  if (failed <= (data.failures ?? 0)) throw new AppError("unavailable", "not yet");
}

function refuseWhileTold({ refusals }: Memory, name: string): void {
  const left = refusals.get(name) ?? 0;
  refusals.set(name, left - 1);
  if (left > 0) throw new AppError("unavailable", "not now");
}

const Bulk = z.object({ entries: z.array(z.object({ event: z.base64() })) });

function recordEvents({ events, tokens }: Memory): RequestHandler {
  return (req, _res, next) => {
    tokens.add(req.get("dapr-api-token"));
    const topic = req.path.slice(1);
    for (const { event } of Bulk.safeParse(req.body).data?.entries ?? []) {
      const read = CloudEvent.safeParse(jsonIn(event));
      if (read.success) events.push({ topic, event: read.data });
    }
    next();
  };
}

function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, "base64").toString());
  } catch {
    return undefined;
  }
}

function recordRings({ rings }: Memory): RequestHandler<{ name: string }> {
  return (req, _res, next) => {
    rings.push({ name: req.params.name, data: req.body, at: new Date() });
    next();
  };
}
