import { text } from "node:stream/consumers";
import { type CloseDoor, listen } from "@todo-mesh/kit";
import type { Json } from "@todo-mesh/ports";
import { conformingCallee } from "@todo-mesh/ports/conformance";
import express, { type Request, type Response } from "express";

const door = { host: "127.0.0.1", name: "callee", graceMs: 100 };

/** An app to be called, which can go away and come back on its port. */
export async function startCallee() {
  const traceparents: (string | undefined)[] = [];
  const answer = async (req: Request, res: Response): Promise<void> => {
    traceparents.push(req.get("traceparent"));
    const sent = await text(req);
    const body: Json | undefined = sent === "" ? undefined : JSON.parse(sent);
    const path = req.originalUrl.slice(1);
    const answered = conformingCallee({
      method: req.method,
      path,
      body,
      idempotencyKey: req.get("idempotency-key"),
    });
    if (answered === "never") return;
    res.status(answered.status);
    if (answered.body === undefined) res.end();
    else res.json(answered.body);
  };
  const app = express()
    .get("/healthz", (_req, res) => void res.sendStatus(204))
    .get("/text", (_req, res) => void res.send("this is no JSON"))
    .use((req, res) => answer(req, res));
  let close: CloseDoor = await listen(app, { ...door, port: 0 });
  const { port } = close;
  return {
    port,
    traceparents,
    goAway: async (): Promise<void> => close(),
    comeBack: async (): Promise<void> => {
      close = await listen(app, { ...door, port });
    },
  };
}
export type CalleeApp = Awaited<ReturnType<typeof startCallee>>;
