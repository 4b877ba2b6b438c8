import type { Metrics } from "@todo-mesh/kit";
import { AppError, type Clock } from "@todo-mesh/ports";
import { createRecentEvents, type LiveEvent } from "./recent-events.ts";

/** Where a person's live events go: one open connection. */
export interface LiveStream {
  send(event: LiveEvent | "resync" | "beat"): void;
  /** What was sent and not yet read, in bytes. */
  unread(): number;
  /** Breaks the connection off. */
  drop(): void;
}

export interface LiveStreams {
  /** Hands an event to all open connections of its user; the same event twice is one. */
  push(userId: string, event: LiveEvent): void;
  /**
   * Opens a connection: goes on after `lastEventId`, or says `resync` when that is not known here.
   * Answers how to close it. `too-many` when the person has 20 already.
   */
  open(userId: string, stream: LiveStream, lastEventId?: string): () => void;
  /** Says on every connection that it is alive, and drops those that stopped reading. */
  beat(): void;
  /** Beats every 15 s. */
  readonly heartbeat: { start(): void; close(): void };
  /** How many connections are open. */
  count(): number;
}

const BEAT_MS = 15_000;
const MOST_PER_USER = 20;
const MOST_UNREAD_BYTES = 65_536;

interface LiveDeps {
  readonly clock: Clock;
  readonly metrics?: Metrics | undefined;
}

/** The live connections of this replica. */
export function createLiveStreams({ clock, metrics }: LiveDeps): LiveStreams {
  const recent = createRecentEvents(clock);
  const open = new Map<string, Set<LiveStream>>();

  // A reader that stopped reading would make us keep its events for ever: it comes back and resumes.
  const send = (stream: LiveStream, event: LiveEvent | "beat"): void => {
    if (stream.unread() > MOST_UNREAD_BYTES) stream.drop();
    else stream.send(event);
  };
  const streamsOf = (userId: string): ReadonlySet<LiveStream> => open.get(userId) ?? new Set();
  const close = (userId: string, stream: LiveStream): void => {
    const left = open.get(userId);
    left?.delete(stream);
    if (left?.size === 0) open.delete(userId);
  };

  const beat = (): void => {
    for (const streams of open.values()) for (const stream of streams) send(stream, "beat");
  };
  const count = (): number => [...open.values()].reduce((sum, streams) => sum + streams.size, 0);
  metrics?.gauge({ name: "live_streams", help: "Open live connections" }, count);

  return {
    push: (userId, event) => {
      const streams = streamsOf(userId);
      if (!recent.add(userId, event, { heardHere: streams.size > 0 })) return;
      for (const stream of streams) send(stream, event);
    },
    open: (userId, stream, lastEventId) => {
      if (streamsOf(userId).size >= MOST_PER_USER) throw tooMany();
      open.set(userId, new Set([...streamsOf(userId), stream]));
      const missed = lastEventId === undefined ? undefined : recent.after(userId, lastEventId);
      if (missed === undefined) stream.send("resync");
      else for (const event of missed) stream.send(event);
      return () => close(userId, stream);
    },
    beat,
    count,
    heartbeat: heartbeatOf(beat),
  };
}

const tooMany = (): AppError =>
  new AppError("too-many", `There are ${MOST_PER_USER} live connections already: close one first`);

function heartbeatOf(beat: () => void): LiveStreams["heartbeat"] {
  let beating: NodeJS.Timeout | undefined;
  return {
    start: () => void (beating ??= setInterval(beat, BEAT_MS)),
    close: () => clearInterval(beating),
  };
}
