import type { Outcome } from "../transaction.ts";
import { againAndAgain } from "./again-and-again.ts";
import { settleNumber } from "./close-number.ts";
import type { Entry, Queue, Writer } from "./queue.ts";
import type { OutboxDeps } from "./rows.ts";
import type { Signal } from "./signal.ts";
import type { Writers } from "./writers.ts";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** Nobody waits for a row to be deleted, so it waits for company. */
const BATCH_DELAY_MS = 20;

interface DeliveryParts {
  readonly queue: Queue;
  readonly writers: Writers;
  readonly progress: Signal;
  readonly stopped: AbortSignal;
  /** Whether someone waits for the low-water mark to rise. */
  readonly roomIsWanted: () => boolean;
}

export type Delivery = ReturnType<typeof createDelivery>;

/** Brings the rows of this process to the broker, and then out of the store. */
export function createDelivery(deps: OutboxDeps, parts: DeliveryParts) {
  const { queue, writers, progress, stopped, roomIsWanted } = parts;
  const persist = persistence(deps, parts);

  const tidy = againAndAgain(async () => {
    if (!roomIsWanted()) await deps.wait(BATCH_DELAY_MS, stopped);
    const writersToCheckIn = untidy(parts);
    for (const writer of writersToCheckIn)
      await persist("published events cannot be tidied away", () => writers.checkIn(writer));
    if (writersToCheckIn.size > 0) progress.fire();
    return writersToCheckIn.size > 0 && !stopped.aborted;
  });

  const publish = againAndAgain(async () => {
    const load = queue.nextLoad();
    const events = load.flatMap((entry) => entry.events);
    const sent =
      load.length > 0 &&
      (await persist("events cannot be published", () => deps.publisher.publish(events)));
    if (!sent) return false;
    for (const entry of load) entry.state = "sent";
    tidy();
    return true;
  });

  const settle = (entry: Entry, outcome: Outcome): void => {
    if (outcome === "committed") entry.state = "committed";
    if (outcome === "abandoned") queue.drop(entry);
    if (outcome === "unknown") return void lookAgain(entry);
    publish();
    progress.fire();
    if (roomIsWanted()) tidy();
  };
  const lookAgain = async (entry: Entry): Promise<void> => {
    let found: Outcome = "unknown";
    const known = await persist("it is not known whether events were stored", async () => {
      found = await settleNumber(deps.store, entry.writer.id, entry.n);
    });
    if (known) settle(entry, found);
  };

  return { settle, tidy };
}

/** The writers with rows to delete and, while someone waits for room, the one whose mark can rise. */
function untidy({ queue, writers, roomIsWanted }: DeliveryParts): ReadonlySet<Writer> {
  const untidied = new Set(queue.sent().map(({ writer }) => writer));
  const current = writers.peek();
  const canRise = current && !current.lost && queue.lowWater(current) > current.low;
  return canRise && roomIsWanted() ? untidied.add(current) : untidied;
}

/** Tries until it works or until we stop (false). */
function persistence({ log, wait }: OutboxDeps, { queue, stopped }: DeliveryParts) {
  return async (trouble: string, attempt: () => Promise<void>): Promise<boolean> => {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopped.aborted) {
      try {
        await attempt();
        return true;
      } catch (error) {
        log.warn(trouble, { error, pending: queue.entries.size });
      }
      await wait(pauseMs, stopped);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    return false;
  };
}
