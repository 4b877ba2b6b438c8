import { pauseAfter } from "./pause.ts";
import { eventsOf } from "./stream.ts";

/** What happened, or that what was missed is not known any more (`resync`). */
export interface LiveEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string | undefined;
}

export interface LiveListener {
  readonly onEvent: (event: LiveEvent) => void;
  readonly onConnected: (connected: boolean) => void;
}

type Told =
  | { readonly event: LiveEvent }
  | { readonly connected: boolean }
  /** A tab that has just been opened asks how it stands. */
  | { readonly ask: true };

/**
 * Hears what happens to this person's things. Of all tabs one has the stream and tells the others, for a browser
 * opens only a few connections to a host; when that tab goes, the next one takes over.
 */
export function listen({ onEvent, onConnected }: LiveListener): () => void {
  const tabs = new BroadcastChannel("todo-mesh-live");
  const over = new AbortController();
  let last: string | undefined;
  let standing: boolean | undefined;
  const hear = (told: Told): void => {
    if ("ask" in told) return;
    if ("connected" in told) {
      standing = told.connected;
      return onConnected(told.connected);
    }
    last = told.event.id ?? last;
    onEvent(told.event);
  };
  tabs.addEventListener("message", ({ data }: MessageEvent<Told>) => {
    if ("ask" in data && standing !== undefined) tabs.postMessage({ connected: standing });
    hear(data);
  });
  tabs.postMessage({ ask: true });
  const tell = (told: Told): void => {
    // What is read waits for the first connection, so that nothing can have been missed before it.
    const isNothingNew = isFirst && "event" in told && told.event.event === "resync";
    tabs.postMessage(told);
    if (!isNothingNew) hear(told);
    if ("event" in told) isFirst = false;
  };
  let isFirst = false;
  const lead = () => {
    isFirst = standing === undefined;
    return keepOpen({ tell, lastId: () => last, signal: over.signal });
  };
  navigator.locks
    .request("todo-mesh-live", { signal: over.signal }, lead)
    .catch((error: unknown) => {
      if (!over.signal.aborted) throw error;
    });
  return () => {
    over.abort();
    tabs.close();
  };
}

interface Leading {
  readonly tell: (told: Told) => void;
  readonly lastId: () => string | undefined;
  readonly signal: AbortSignal;
}

async function keepOpen({ tell, lastId, signal }: Leading): Promise<void> {
  let failures = 0;
  const onOpen = (): void => {
    failures = 0;
    tell({ connected: true });
  };
  while (!signal.aborted) {
    try {
      for await (const { event = "message", data, id } of eventsOf("/events", {
        after: lastId(),
        signal,
        onOpen,
      }))
        tell({ event: { event, data, id } });
    } catch {
      if (signal.aborted) return;
      tell({ connected: false });
    }
    failures += 1;
    await pauseAfter(failures);
  }
}
