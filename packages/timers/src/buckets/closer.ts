import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, type Transaction } from "@todo-mesh/state";
import { Head, hintsKeysOf, type Lane, lanesOf } from "./keys.ts";
import { chunksOf } from "../chunks.ts";
import { endOf } from "./minute.ts";

const DAY_MS = 86_400_000;
const SHORTEST_TTL_SECONDS = 60;
const MINUTES_AT_ONCE = 12;
const WRITES_AT_ONCE = 200;

/**
 * Ends buckets. A writer that was paused since a bucket's minute must find the head changed, and so lose
 * its race, even where nothing was ever written: hence a closed mark in every lane. Marks live until a day
 * after their minute; a transaction open for longer than that is taken to be impossible.
 */
export function bucketCloser(timers: string, store: StateStore, clock: Clock) {
  const closeChunk = (minutes: readonly number[]): Promise<Lane[]> =>
    atomically(store, async (tx) => {
      const lanes = lanesOf(timers, minutes);
      const heads = await tx.getMany(
        lanes.map(({ key }) => key),
        Head,
      );
      return lanes.flatMap((lane, at) => {
        const head = heads[at];
        // A mark is also the proof that nothing is there: it is written only where no head exists.
        if (head === undefined) putMark(tx, lane, clock);
        // Without an end of its own: it alone knows the way to hints that are not settled yet.
        else if (!head.closed) tx.put(lane.key, { ...head, closed: true });
        return head && head.next > 0 ? [{ ...lane, next: head.next }] : [];
      });
    });

  return {
    /** From now on nothing comes into the buckets of these minutes. Answers the lanes that hold something. */
    close: async (minutes: readonly number[]): Promise<Lane[]> => {
      const used: Lane[] = [];
      for (const chunk of chunksOf(minutes, MINUTES_AT_ONCE))
        used.push(...(await closeChunk(chunk)));
      return used;
    },
    /** Deletes what lies in closed lanes, the hints before the heads that lead to them. */
    clear: async (lanes: readonly Lane[]): Promise<void> => {
      const hints = lanes.flatMap((lane) => hintsKeysOf(lane));
      for (const chunk of chunksOf(hints, WRITES_AT_ONCE))
        await atomically(store, async (tx) => {
          for (const key of chunk) tx.delete(key);
        });
      for (const chunk of chunksOf(lanes, WRITES_AT_ONCE))
        await atomically(store, async (tx) => {
          for (const lane of chunk) putMark(tx, lane, clock);
        });
    },
  };
}

function putMark(tx: Transaction, lane: { minute: number; key: string }, clock: Clock): void {
  const leftMs = endOf(lane.minute) + DAY_MS - clock.now().getTime();
  const ttlSeconds = Math.max(SHORTEST_TTL_SECONDS, Math.ceil(leftMs / 1_000));
  tx.put(lane.key, { next: 0, closed: true }, { ttlSeconds });
}
