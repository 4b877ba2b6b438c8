import { AppError } from "@todo-mesh/ports";
import type { Transaction } from "../transaction.ts";
import { wait as waitFor } from "../wait.ts";
import { createDelivery } from "./delivery.ts";
import { type NewEvent, sealEvent } from "./events.ts";
import { createOpenRows } from "./open-rows.ts";
import { createQueue } from "./queue.ts";
import { createRoom, usedBy } from "./room.ts";
import type { OutboxDeps } from "./rows.ts";
import { createShare } from "./share.ts";
import { createSignal, type Signal } from "./signal.ts";
import { takeOverOthers } from "./take-over.ts";
import { createWriters, type Writers } from "./writers.ts";

const WINDOW = 256;
const LOOK_MS = 1_000;
const FAREWELL_MS = 5_000;

export interface Outbox {
  /**
   * Adds events to the transaction: they are published soon after its commit, at least once, those
   * of one user in order, whatever process dies; and never without the commit. Throws `invalid` for
   * more than an event (256 KB) or a transaction (1 MB) can carry, `unavailable` when 256
   * transactions are unpublished and no room was made within 2 s, and with `sharesRoom` `too-many`
   * to a person who holds as much of that room as is left for all.
   */
  add(tx: Transaction, events: readonly NewEvent[]): Promise<void>;
  /** Keeps the lease and finishes what dead processes of this service left, now and each second. */
  start(): void;
  /** Takes no more, publishes what is left for up to 5 s, and leaves the rest to the other processes. */
  close(): Promise<void>;
  /** How many transactions of this process have events that are not published yet. */
  unsent(): number;
  /** Whether events would be taken now, without a wait for room. */
  hasRoom(): boolean;
  /** Resolves when every event is published and nothing of this process is left in the store. */
  idle(): Promise<void>;
}

/*
 * A writer's life. It OPENS: one transaction writes its head (low-water mark 0, a lease of 3 s, itself as
 * holder) and its name into the registry. While it is open it gives each transaction a number n below the stored
 * low-water mark + 256, and that transaction writes the row `outbox:{writer}:{n}`, which must not exist.
 *
 * A row is OPEN until its transaction ends. Committed, it waits to be published; abandoned, its number is a hole.
 * When the store's answer was lost, the number is closed: "closed" is written where the row would be, if nothing is
 * there. Then the row is there, or can never come: a late commit finds its key taken and fails as a whole.
 * A COMMITTED row is published, in order, again and again until the broker has it. A SENT row is deleted when the
 * writer next checks in: one transaction deletes, raises the low-water mark past all that is settled and prolongs
 * the lease. What must hold: every row ever written lies below the stored low-water mark + 256.
 *
 * A writer whose lease has run out may be TAKEN OVER by any process of the service: it makes itself the holder, by
 * the head's ETag, so the writer's low-water mark cannot rise any more; closes each of the 256 numbers above it where
 * nothing lies; and now what lies there is all there will ever be. It publishes and deletes that in order and
 * removes head and name. Should it die, its own claim runs out in 10 s and another begins again: a doubled event is harmless.
 *
 * A process that was paused learns that it was taken over when it checks in, which it must before it gives a number
 * after its lease has ended: it OPENS a new writer. What it still holds of the old one it publishes as well. A transaction
 * that it had on its way under the old name finds its number closed, loses, and runs again under the new name.
 *
 * A writer that LEAVES in order removes its head and name once nothing is left, else it ends its own lease at once.
 */

/** Events that are stored with the change they tell of and published after it. One per process. */
export const createOutbox = (
  options: Omit<OutboxDeps, "wait" | "window"> & Partial<Pick<OutboxDeps, "wait">>,
): Outbox => outboxOver({ wait: waitFor, ...options, window: WINDOW });

/** The same with a window of another size, so that a test can fill it. */
export function outboxOver(deps: OutboxDeps): Outbox {
  const [closing, stop] = [new AbortController(), new AbortController()];
  const { addToRow, refuseGreedy, queue, writers, progress } = assemble(deps, stop.signal);
  const looks: Promise<void>[] = [];
  const idle = async (): Promise<void> => {
    while (queue.entries.size > 0) await progress.next();
  };

  return {
    idle,
    hasRoom: () => !closing.signal.aborted && usedBy(writers.peek()) < deps.window,
    unsent: () => [...queue.entries].filter(({ state }) => state !== "sent").length,
    add: async (tx, events) => {
      if (closing.signal.aborted)
        throw new AppError("unavailable", "This service is closing; please try again");
      const sealed = events.map((event) => sealEvent(event, deps));
      refuseGreedy(sealed);
      if (sealed.length > 0) await addToRow(tx, sealed);
    },
    start: () => void looks.push(...lookAround(deps, writers, progress, closing.signal)),
    close: async () => {
      closing.abort();
      await Promise.race([Promise.all([idle(), ...looks]), deps.wait(FAREWELL_MS, stop.signal)]);
      await writers.leave().catch((error: unknown) => {
        deps.log.warn("the outbox could not take its leave", { error });
      });
      stop.abort();
    },
  };
}

function assemble(deps: OutboxDeps, stopped: AbortSignal) {
  const progress = createSignal();
  const queue = createQueue();
  const writers = createWriters(deps, queue);
  const room = createRoom(deps, { writers, progress, makeRoom: () => delivery.tidy() });
  const roomIsWanted = room.isWanted;
  const delivery = createDelivery(deps, { queue, writers, progress, stopped, roomIsWanted });
  const refuseGreedy = createShare(deps, { queue, writers });
  const addToRow = createOpenRows({ queue, room, delivery });
  return { addToRow, refuseGreedy, queue, writers, progress };
}

/** Two loops, for a take-over that takes long must not cost the lease. They end when `closing` says so. */
function lookAround(
  deps: OutboxDeps,
  writers: Writers,
  progress: Signal,
  closing: AbortSignal,
): Promise<void>[] {
  const me = deps.ids.next();
  const everyLook = async (trouble: string, look: () => Promise<void>): Promise<void> => {
    while (!closing.aborted) {
      await look().catch((error: unknown) => deps.log.warn(trouble, { error }));
      await deps.wait(LOOK_MS, closing);
    }
  };
  return [
    everyLook("the outbox could not renew its lease", async () => {
      await writers.checkIn(await writers.current());
      progress.fire();
    }),
    everyLook("what another outbox writer left could not be finished", async () =>
      takeOverOthers(deps, me, (await writers.current()).id),
    ),
  ];
}
