import type { Clock } from "@todo-mesh/ports";
import type { Transaction } from "@todo-mesh/state";
import { Head, type Hint, headKey, hintsKey } from "./keys.ts";
import { laneKeeper } from "./lanes.ts";
import { minuteOf } from "./minute.ts";

interface Placed {
  readonly hint: Hint;
  readonly minute: number;
}

/**
 * Puts hints into the buckets of their minutes, in the caller's transaction: what is overdue goes into
 * the present minute, what meets a closed bucket into the next open one, where the sweeper still comes by.
 */
export function bucketWriter(timers: string, clock: Clock) {
  const laneFor = laneKeeper();

  return async (tx: Transaction, hints: readonly Hint[]): Promise<void> => {
    const lane = await laneFor(tx);
    const present = minuteOf(clock.now());
    let waiting = hints.map((hint): Placed => {
      return { hint, minute: Math.max(present, minuteOf(new Date(hint.at))) };
    });
    while (waiting.length > 0) {
      const groups = [
        ...Map.groupBy(waiting, ({ minute }) => headKey(timers, minute, lane)).entries(),
      ];
      const heads = await tx.getMany(
        groups.map(([key]) => key),
        Head,
      );
      waiting = groups.flatMap(([key, group], at) =>
        append(tx, key, heads[at], group)
          ? []
          : group.map(({ hint, minute }) => ({ hint, minute: minute + 1 })),
      );
    }
  };
}

function append(
  tx: Transaction,
  key: string,
  head: Head | undefined,
  group: readonly Placed[],
): boolean {
  const { next, closed } = head ?? { next: 0, closed: false };
  if (closed) return false;
  tx.put(key, { next: next + 1, closed });
  tx.put(
    hintsKey(key, next),
    group.map(({ hint }) => hint),
  );
  return true;
}
