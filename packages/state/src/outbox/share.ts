import { AppError } from "@todo-mesh/ports";
import type { Sealed } from "./events.ts";
import type { Queue } from "./queue.ts";
import { usedBy } from "./room.ts";
import type { OutboxDeps } from "./rows.ts";
import type { Writers } from "./writers.ts";

/**
 * Refuses with `too-many` the events of a person who has as many unpublished transactions as there is room left for
 * everybody. So one alone can fill half of the window, two a third each, and there is always room for one more.
 */
export function createShare(
  { sharesRoom = false, window }: OutboxDeps,
  { queue, writers }: { readonly queue: Queue; readonly writers: Writers },
): (events: readonly Sealed[]) => void {
  return (events) => {
    const used = usedBy(writers.peek());
    // Nobody holds more than all do together.
    if (!sharesRoom || 2 * used < window) return;
    for (const user of new Set(events.map(({ key }) => key))) {
      const own = heldBy(queue, user);
      if (own >= window - used)
        throw new AppError(
          "too-many",
          `${own} of your changes are on their way to the other services: try again once they are there`,
        );
    }
  };
}

const heldBy = ({ entries }: Queue, user: string): number =>
  [...entries].filter(({ events }) => events.some(({ key }) => key === user)).length;
