import { quietLogger } from "@todo-mesh/kit/testing";
import { AppError, type EventPublisher, type StateStore } from "@todo-mesh/ports";
import {
  countingIds,
  inMemoryPublisher,
  inMemoryStateStore,
  settableClock,
} from "@todo-mesh/ports/testing";
import { at } from "./a-reminder.ts";

/** What outlives a process, in memory, at 08:00 UTC. */
export function aWorld() {
  const clock = settableClock(at("08:00:00"));
  return {
    clock,
    store: inMemoryStateStore(clock),
    publisher: inMemoryPublisher(),
    ids: countingIds(),
    log: quietLogger(),
  };
}
export type World = ReturnType<typeof aWorld>;

/** As much of the world as a process reaches. */
export interface Reach extends Omit<World, "store" | "publisher"> {
  readonly store: StateStore;
  readonly publisher: EventPublisher;
}

/** Where a process is killed: at its `nth` transaction, before it is written or right after. */
export interface Death {
  readonly nth: number;
  readonly when: "before" | "after";
}

/** The world as a process sees it that will be killed: from then on it reaches nothing. */
export function mortal(world: World, death: Death) {
  const life = { transactions: 0, dead: false };
  const reach = (): void => {
    if (life.dead) throw new AppError("unavailable", "This process is dead");
  };
  const { store, publisher } = world;
  return {
    ...world,
    isDead: () => life.dead,
    store: {
      get: async (key) => (reach(), store.get(key)),
      getMany: async (keys) => (reach(), store.getMany(keys)),
      transact: async (writes) => {
        reach();
        life.transactions += 1;
        life.dead = life.transactions === death.nth;
        if (!life.dead || death.when === "after") await store.transact(writes);
        reach();
      },
    } satisfies StateStore,
    publisher: {
      publish: async (events) => (reach(), publisher.publish(events)),
    } satisfies EventPublisher,
  };
}
