import { createParser, type EventSourceMessage } from "eventsource-parser";
import { type Call, call } from "./call.ts";

// The mesh says every 15 s that it is there.
const SILENT_MS = 45_000;

interface Heard extends Call {
  /** Called once the stream is there. */
  readonly onOpen?: () => void;
}

/** The events of a stream, over `fetch`: an EventSource cannot send a token. A line that is silent too long is dead. */
export async function* eventsOf(
  path: string,
  { onOpen, signal, ...asked }: Heard,
): AsyncGenerator<EventSourceMessage> {
  const dead = new AbortController();
  const both = AbortSignal.any([dead.signal, ...(signal ? [signal] : [])]);
  let timer = setTimeout(() => dead.abort(), SILENT_MS);
  try {
    const answer = await call(path, { ...asked, accept: "text/event-stream", signal: both });
    onOpen?.();
    const ready: EventSourceMessage[] = [];
    const parser = createParser({ onEvent: (event) => ready.push(event) });
    for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      clearTimeout(timer);
      timer = setTimeout(() => dead.abort(), SILENT_MS);
      parser.feed(piece);
      yield* ready.splice(0);
    }
  } finally {
    clearTimeout(timer);
  }
}
