import { quietLogger } from "@todo-mesh/kit/testing";
import type { Clock, EventPublisher, IdSource, StateStore } from "@todo-mesh/ports";
import { countingIds, inMemoryPublisher } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { atomically, eventOf, keyOf, type Transaction } from "../../src/index.ts";
import { outboxOver } from "../../src/outbox/outbox.ts";
import { virtualTime } from "../virtual-time.ts";
import { watchedStore } from "../watched-store.ts";

/** Something that happened to `what`; `count` says how many things had happened to its user by then. */
export const Happened = {
  type: "test.happened.v1",
  topic: "test.events",
  data: z.object({ user_id: z.string(), what: z.string(), count: z.int() }),
};

interface World {
  readonly store: StateStore;
  readonly broker: EventPublisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly window: number;
  readonly sharesRoom: boolean;
}

/** One process of a service, and what happens in it. */
function processIn({ store, broker, wait, ...rest }: World) {
  const log = quietLogger();
  const outbox = outboxOver({
    ...rest,
    store,
    publisher: broker,
    log,
    wait,
    service: "test-service",
  });
  const add = (tx: Transaction, user: string, what: string, count = 0) =>
    outbox.add(tx, [
      eventOf(Happened, { userId: user, subject: what, data: { user_id: user, what, count } }),
    ]);
  /** Counts what happens to a user, and tells of it. `what` is kept in the store as well. */
  const happen = (what: string, user = "ada") =>
    atomically(
      store,
      async (tx) => {
        const count = ((await tx.get(keyOf("count", user), z.int())) ?? 0) + 1;
        tx.put(keyOf("count", user), count);
        tx.put(keyOf("happened", what), count);
        await add(tx, user, what, count);
      },
      wait,
    );
  return { outbox, log, add, happen };
}

/** One store, one broker, and as many processes of one service as a test wants. */
export function aMesh({ window = 256, sharesRoom = false } = {}) {
  const time = virtualTime();
  const store = watchedStore(time.clock);
  const broker = inMemoryPublisher();
  const ids = countingIds();
  const world: World = {
    store,
    broker,
    ids,
    clock: time.clock,
    wait: time.wait,
    window,
    sharesRoom,
  };

  return {
    time,
    store,
    broker,
    /** A process that sees the store and the broker as they are, or through some fault. */
    aProcess: (faults: Partial<Pick<World, "store" | "broker" | "wait">> = {}) =>
      processIn({ ...world, ...faults }),
    /** What the broker has, each event each time. */
    published: () => broker.published.map(({ event }) => event.subject),
    /** What the outboxes have in the store, but for numbers that are closed. */
    left: () =>
      [...store.rows()]
        .filter(([key, { value }]) => key.startsWith("outbox:") && !Closed.safeParse(value).success)
        .map(([key]) => key),
  };
}

const Closed = z.object({ closed: z.literal(true) });
