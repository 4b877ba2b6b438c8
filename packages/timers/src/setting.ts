import type { Clock, IdSource, Json, StateStore } from "@todo-mesh/ports";
import { atomically, type Transaction } from "@todo-mesh/state";
import { LRUCache } from "lru-cache";
import type { z } from "zod";
import { isInReach } from "./jobs/arming.ts";
import type { Hint } from "./buckets/keys.ts";
import type { Progress } from "./buckets/progress.ts";
import type { Refused } from "./jobs/refused.ts";
import type { Scheduling } from "./jobs/scheduling.ts";
import { createShares, REMEMBERED } from "./jobs/shares.ts";
import { thinning } from "./jobs/thinning.ts";
import { checkTimer, rowSchema, type Timer, timerKey } from "./timer.ts";

const LABEL = 12;

/** Sets timers: writes the rows that are the truth, the hints that lead the sweeper there, and after the commit the jobs. */
export function createSetting<Data extends Json>(deps: {
  readonly name: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly progress: Progress;
  readonly scheduling: Scheduling;
  readonly refused: Pick<Refused, "remember">;
  readonly addHints: (tx: Transaction, hints: readonly Hint[]) => Promise<void>;
}) {
  const { name, clock, ids, scheduling } = deps;
  const counts = new LRUCache<string, number>(REMEMBERED);
  const { alarmsOf, forget } = thinning(clock, counts);
  // The end of an id is what no other has.
  const shareAt = createShares(() => ids.next().slice(-LABEL));

  const write = (tx: Transaction, timer: Timer<Data>): Hint => {
    const row = { at: timer.at.toISOString(), generation: ids.next(), data: timer.data };
    tx.put(timerKey(name, timer.name), row);
    const { group } = timer;
    const hint = { name: timer.name, generation: row.generation, at: row.at };
    return group === undefined ? hint : { ...hint, group, share: shareAt(row.at) };
  };

  return async (tx: Transaction, timers: readonly Timer<Data>[]): Promise<void> => {
    timers.forEach(checkTimer);
    if (timers.length === 0) return;
    const lastOfEachName = new Map(timers.map((timer) => [timer.name, timer])).values();
    const hints = [...lastOfEachName].map((timer) => write(tx, timer));
    await deps.progress.begin(tx);
    await deps.addHints(tx, hints);
    // Where nobody knows whether it was committed, too: a job without a timer rings in vain, no more.
    tx.atEnd((outcome) => {
      if (outcome === "abandoned") return;
      const inReach = hints.filter(({ at }) => isInReach(new Date(at), clock.now()));
      scheduling.offer(alarmsOf(inReach), (alarm) => {
        forget(alarm);
        deps.refused.remember(alarm);
      });
    });
  };
}

/** Reads timers as they stand. */
export function createLook<Data extends Json>(deps: {
  readonly name: string;
  readonly store: StateStore;
  readonly schema: z.ZodType<Data>;
}) {
  const Row = rowSchema(deps.schema);
  return async (names: readonly string[]): Promise<Timer<Data>[]> => {
    const keys = names.map((name) => timerKey(deps.name, name));
    const rows = await atomically(deps.store, (tx) => tx.getMany(keys, Row));
    return names.flatMap((name, at) => {
      const row = rows[at];
      return row ? [{ name, at: new Date(row.at), data: row.data }] : [];
    });
  };
}
