import { NOTIFICATIONS_TOPIC } from "@todo-mesh/contracts/events";
import { eventRouter, on } from "@todo-mesh/dapr";
import { listen } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import { AppError } from "@todo-mesh/ports";
import express from "express";
import { z } from "zod";

export const Live = {
  type: "todo.conformance.live.v1",
  topic: NOTIFICATIONS_TOPIC,
  data: z.object({ refuse: z.boolean() }),
};

/** An app that sees every event from now on, by the component `pubsub-broadcast`, and keeps no dead letters. */
export async function startAudience() {
  const seen: string[] = [];
  const see = on(Live, async ({ id, data }) => {
    if (data.refuse) throw new AppError("invalid", "refused for good");
    seen.push(id);
  });
  const options = { pubsub: "pubsub-broadcast", log: quietLogger(), deadLetters: false } as const;
  const app = express()
    .get("/healthz", (_req, res) => void res.sendStatus(204))
    .use(eventRouter({ ...options, subscriptions: [see] }));
  const close = await listen(app, { host: "127.0.0.1", port: 0, name: "audience" });
  return { seen, close, port: close.port };
}
export type Audience = Awaited<ReturnType<typeof startAudience>>;
