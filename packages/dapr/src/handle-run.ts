import { withTrace } from "@todo-mesh/kit";
import { type ErrorKind, kindOf } from "@todo-mesh/ports";
import type { Arrival, EventEdge, Fate } from "./delivery.ts";

// What may be well in a second is asked for again, for as long as it takes; what never will be is not.
const VERDICT = {
  unavailable: "RETRY",
  conflict: "RETRY",
  "too-many": "RETRY",
  bug: "RETRY FOR A WHILE",
  invalid: "DROP",
  unauthenticated: "DROP",
  forbidden: "DROP",
  "not-found": "DROP",
  stale: "DROP",
  "key-reused": "DROP",
  "too-large": "DROP",
} as const satisfies Record<ErrorKind, "RETRY" | "RETRY FOR A WHILE" | "DROP">;

// A batch that failed is tried entry by entry for so long; what is left then comes again.
const ONE_BY_ONE_MS = 5_000;

const DONE: Fate = { verdict: "SUCCESS" };
const AGAIN: Fate = { verdict: "RETRY" };

/**
 * What becomes of events of one use case: all together first, if it takes them so, then each alone.
 * `waiting` gathers the keys of what must come again; later events with such a key wait unhandled.
 */
export async function handleRun(
  edge: EventEdge,
  run: readonly Arrival[],
  waiting: Set<string>,
): Promise<Map<Arrival, Fate>> {
  const fates = new Map<Arrival, Fate>();
  const free = run.filter((arrival) => !isWaiting(arrival, waiting));
  if (await handledTogether(edge, free)) for (const arrival of free) fates.set(arrival, DONE);
  else {
    const deadline = edge.nowMs() + ONE_BY_ONE_MS;
    for (const arrival of free) {
      const comesAgain = isWaiting(arrival, waiting) || edge.nowMs() > deadline;
      const fate = comesAgain ? AGAIN : await fateOf(edge, arrival);
      fates.set(arrival, fate);
      const { key } = arrival.delivery;
      if (fate.verdict === "RETRY" && key !== undefined) waiting.add(key);
    }
  }
  return fates;
}

const isWaiting = ({ delivery: { key } }: Arrival, waiting: ReadonlySet<string>): boolean =>
  key !== undefined && waiting.has(key);

async function handledTogether(edge: EventEdge, run: readonly Arrival[]): Promise<boolean> {
  const [first] = run;
  if (first === undefined) return true;
  if (run.length === 1 || !first.subscription.together) return false;
  const events = run.map(({ event }) => event);
  return withTrace(first.event.traceparent, async () => {
    try {
      await first.subscription.handle(events);
      for (const { id } of events) edge.patience.forget(id);
      return true;
    } catch (error) {
      edge.log.warn("a batch of events failed: each is tried alone", {
        event_type: first.event.type,
        count: run.length,
        error,
      });
      return false;
    }
  });
}

async function fateOf(edge: EventEdge, { event, subscription }: Arrival): Promise<Fate> {
  return withTrace(event.traceparent, async () => {
    try {
      await subscription.handle([event]);
      edge.patience.forget(event.id);
      return DONE;
    } catch (error) {
      const fate = fateAfter(edge, event.id, error);
      edge.log[fate.verdict === "DROP" ? "error" : "warn"]("event not handled", {
        topic: edge.topic,
        event_id: event.id,
        event_type: event.type,
        verdict: fate.verdict,
        error,
      });
      return fate;
    }
  });
}

function fateAfter({ patience }: EventEdge, eventId: string, error: unknown): Fate {
  const kind = kindOf(error);
  const verdict = VERDICT[kind];
  if (verdict === "RETRY") return AGAIN;
  if (verdict === "RETRY FOR A WHILE" && !patience.isOver(eventId)) return AGAIN;
  patience.forget(eventId);
  return {
    verdict: "DROP",
    kind,
    reason: error instanceof Error ? error.message : "no error at all",
  };
}
