import type { Logger } from "@todo-mesh/kit";
import type { Clock, EventPublisher, IdSource } from "@todo-mesh/ports";
import { againAndAgain } from "./outbox/again-and-again.ts";
import { type NewEvent, type Sealed, sealEvent } from "./outbox/events.ts";
import { firstLoad } from "./outbox/load.ts";
import type { Transaction } from "./transaction.ts";
import { wait as waitFor } from "./wait.ts";

/** Of one subject only the newest of so long is told. */
const GATHER_MS = 100;
const PAUSE_MS = 1_000;
/** So many wait while the broker is away; what is more is lost. */
const MOST_WAITING = 2_000;

/**
 * Events that make no way to the store and hold no place in the outbox, for what is worth no promise: who misses one
 * finds what it tells of by reading.
 */
export interface TransientEvents {
  /** Tells it soon after the commit, unless something newer of its subject is told by then. */
  add(tx: Pick<Transaction, "atEnd">, event: NewEvent): void;
  /** Takes no more; what waits is told in one try. */
  close(): Promise<void>;
}

interface Deps {
  readonly publisher: EventPublisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Pick<Logger, "debug">;
  /** The app-id: the `source` of every event. */
  readonly service: string;
  /** How to wait; tests bring their own. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** One per process. What waits is lost with it. */
export function createTransientEvents(deps: Deps): TransientEvents {
  const { publisher, log, wait = waitFor } = deps;
  const waiting = new Map<string, Sealed>();
  const closing = new AbortController();

  const publish = async (): Promise<void> => {
    const some = firstOf(waiting);
    if (some.length > 0) await publisher.publish(some.map(([, sealed]) => sealed));
    for (const [subject, sealed] of some)
      if (waiting.get(subject) === sealed) waiting.delete(subject);
  };
  const tell = againAndAgain(async () => {
    await wait(GATHER_MS, closing.signal);
    if (closing.signal.aborted) return false;
    try {
      await publish();
    } catch (error) {
      log.debug("events without a promise wait for the broker", { error, pending: waiting.size });
      await wait(PAUSE_MS, closing.signal);
    }
    return waiting.size > 0 && !closing.signal.aborted;
  });
  const keep = (subject: string, sealed: Sealed): void => {
    // Behind the others again, for it tells of what is later.
    waiting.delete(subject);
    if (waiting.size < MOST_WAITING) waiting.set(subject, sealed);
    tell();
  };

  return {
    add: (tx, event) => {
      const sealed = sealEvent(event, deps);
      tx.atEnd((outcome) => {
        if (outcome !== "abandoned" && !closing.signal.aborted) keep(event.subject, sealed);
      });
    },
    close: async () => {
      closing.abort();
      await publish().catch((error: unknown) => log.debug("events were not told", { error }));
    },
  };
}

/** As many as one bulk publish carries well. */
function firstOf(waiting: ReadonlyMap<string, Sealed>): (readonly [string, Sealed])[] {
  const rows = [...waiting].map((each) => ({ events: [each] as const, bytes: each[1].bytes }));
  return firstLoad(rows).flatMap(({ events }) => events);
}
