import { until } from "@todo-mesh/ports/testing";
import { createParser, type EventSourceMessage } from "eventsource-parser";

interface SeenEvent extends EventSourceMessage {
  readonly seenAt: number;
}

/** A live SSE stream and everything it has said so far. */
export interface Stream {
  readonly seen: readonly SeenEvent[];
  /** The first event of this name that `fits`, now or within the deadline. */
  next(event: string, fits?: (data: string) => boolean, withinMs?: number): Promise<SeenEvent>;
  close(): void;
}

export async function openStream(
  url: string,
  headers: Record<string, string>,
  how: Pick<RequestInit, "method" | "body"> = {},
): Promise<Stream> {
  const stop = new AbortController();
  const answer = await fetch(url, {
    ...how,
    headers: { accept: "text/event-stream", ...headers },
    signal: stop.signal,
  });
  if (!answer.ok || !answer.body)
    throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  const seen: SeenEvent[] = [];
  const parser = createParser({ onEvent: (event) => seen.push({ ...event, seenAt: Date.now() }) });
  void read(answer.body, parser.feed.bind(parser));
  return {
    seen,
    close: () => stop.abort(),
    next: (event, fits = () => true, withinMs = 30_000) =>
      until(
        `the stream says ${event}`,
        () => seen.find((one) => one.event === event && fits(one.data)),
        withinMs,
      ),
  };
}

async function read(body: ReadableStream<Uint8Array>, feed: (text: string) => void): Promise<void> {
  const text = new TextDecoder();
  try {
    for await (const chunk of body) feed(text.decode(chunk, { stream: true }));
  } catch {
    // Closed by us or cut by a fault: what was seen stays seen.
  }
}
