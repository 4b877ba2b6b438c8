import type { Response } from "express";

/** One event of a `text/event-stream` (WHATWG HTML §9.2). `data` is JSON text, which has no line breaks. */
export interface Frame {
  readonly id?: string | undefined;
  readonly event: string;
  readonly data: string;
}

/** Begins a stream of events as the answer. */
export function startStream(res: Response): void {
  res.status(200).set({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  res.flushHeaders();
}

/** The event as it goes over the line. A line break in an id would begin another field, so it is left out. */
export function frameOf({ id, event, data }: Frame): string {
  const idLine = id === undefined ? "" : `id: ${id.replaceAll(/[\r\n\0]/g, "")}\n`;
  return `${idLine}event: ${event}\ndata: ${data}\n\n`;
}

/** What keeps proxies and readers from taking a silent stream for a dead one. */
export const BEAT = ": still here\n\n";
const BEAT_MS = 15_000;

/** Says now and then on a stream that has begun that it is alive; answers how to rest. */
export function beating(
  res: Pick<Response, "headersSent" | "destroyed" | "write">,
  everyMs = BEAT_MS,
): () => void {
  const beat = setInterval(() => {
    if (res.headersSent && !res.destroyed) res.write(BEAT);
  }, everyMs);
  return () => clearInterval(beat);
}
export const retryAfter = (ms: number): string => `retry: ${ms}\n\n`;
