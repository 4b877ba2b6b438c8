import { closingOf, idempotencyOf, userOf } from "@todo-mesh/kit";
import type { Request, Response } from "express";
import type { Asked } from "../use-cases/once/one-key.ts";

/** Who asks for a write, under which key, and until when they wait for it. */
export const askedBy = (
  req: Parameters<typeof idempotencyOf>[0] & Pick<Request, "app">,
  res: Response,
): Asked => ({
  userId: userOf(res),
  idempotency: idempotencyOf(req),
  signal: waitingFor(req, res),
});

/** Aborted when the reader of this answer has left before its end, or its door closes. */
export function waitingFor(req: Pick<Request, "app">, res: Response): AbortSignal {
  const left = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) left.abort();
  });
  return AbortSignal.any([left.signal, closingOf(req)]);
}
