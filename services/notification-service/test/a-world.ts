import { quietLogger } from "@todo-mesh/kit/testing";
import type { EventPublisher, StateStore } from "@todo-mesh/ports";
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
