import { closingOf, otherMethods, userOf } from "@todo-mesh/kit";
import { type Request, type Response, Router } from "express";
import type { LiveStream, LiveStreams } from "../outbound/live-streams.ts";
import { BEAT, frameOf, retryAfter, startStream } from "./sse.ts";

const RETRY_MS = 2_000;
// A token may end while its stream is open: now and then the reader has to come back with a good one.
const LONGEST_MS = 30 * 60_000;

/** `GET /events`: what happens to this person's tasks and inbox, as it happens. */
export function liveRoutes({ live }: { readonly live: LiveStreams }): Router {
  const router = Router();
  router
    .route("/events")
    .head((_req, res) => void res.type("text/event-stream").end())
    .get((req, res) => {
      const stream = streamTo(res);
      const close = live.open(userOf(res), stream, req.get("last-event-id") || undefined);
      stream.begin();
      endInTime(req, res, close);
    })
    .all(otherMethods());
  return router;
}

// Nothing is sent before the connection is granted: a refusal still goes out as a problem with its status.
function streamTo(res: Response): LiveStream & { begin(): void } {
  const begin = (): void => {
    if (res.headersSent) return;
    startStream(res);
    res.write(retryAfter(RETRY_MS));
  };
  return {
    begin,
    send: (what) => {
      begin();
      if (what === "beat") res.write(BEAT);
      else if (what === "resync") res.write(frameOf({ event: "resync", data: "{}" }));
      else res.write(frameOf({ id: what.id, event: what.type, data: what.data }));
    },
    unread: () => res.writableLength,
    drop: () => void res.destroy(),
  };
}

function endInTime(req: Request, res: Response, close: () => void): void {
  const end = (): void => void res.end();
  const closing = closingOf(req);
  const age = setTimeout(end, LONGEST_MS);
  closing.addEventListener("abort", end);
  res.once("close", () => {
    clearTimeout(age);
    closing.removeEventListener("abort", end);
    close();
  });
  if (closing.aborted) end();
}
