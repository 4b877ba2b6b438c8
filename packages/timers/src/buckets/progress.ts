import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, keyOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { minuteOf } from "./minute.ts";

/** How far the two walks through the buckets have come: the last minute swept, and the last one armed. */
const Watermarks = z.object({ swept: z.int(), armed: z.int() });
type Watermarks = z.infer<typeof Watermarks>;
export type Progress = ReturnType<typeof progressOf>;

const DAY_MINUTES = 24 * 60;
// Clocks of two processes may differ: what the slower one sets first must not lie behind the start.
const START_MARGIN_MINUTES = 10;

/** The two watermarks. They stand before the first timer does, and never move back. */
export function progressOf(timers: string, store: StateStore, clock: Clock) {
  const key = keyOf("timers", timers);
  let begun = false;

  const current = async (tx: Transaction): Promise<Watermarks> => {
    const stored = await tx.get(key, Watermarks);
    if (stored) return stored;
    const start = minuteOf(clock.now()) - START_MARGIN_MINUTES;
    const first = { swept: start, armed: start + DAY_MINUTES };
    tx.put(key, first);
    return first;
  };

  return {
    /** Makes sure, within the transaction of the first timer, that the sweeper will begin early enough to find it. */
    begin: async (tx: Transaction): Promise<void> => {
      if (begun) return;
      await current(tx);
      tx.atEnd((outcome) => void (begun ||= outcome === "committed"));
    },
    read: (): Promise<Watermarks> => atomically(store, current),
    advance: (to: { swept?: number | undefined; armed?: number | undefined }): Promise<void> =>
      atomically(store, async (tx) => {
        const { swept, armed } = await current(tx);
        tx.put(key, {
          swept: Math.max(swept, to.swept ?? swept),
          armed: Math.max(armed, to.armed ?? armed),
        });
      }),
  };
}
