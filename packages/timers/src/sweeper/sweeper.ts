import type { Clock, StateStore } from "@todo-mesh/ports";
import { bucketCloser } from "../buckets/closer.ts";
import type { Lane } from "../buckets/keys.ts";
import { bucketReader } from "../buckets/reader.ts";
import { chunksOf } from "../chunks.ts";
import { endOf, minuteOf, minutesBetween } from "../buckets/minute.ts";
import { openHints, type OpenHintsDeps } from "./open-hints.ts";
import type { Progress } from "../buckets/progress.ts";

const MINUTES_AT_ONCE = 100;
const MINUTES_LOOKED_BACK = 10;
const LONG_OVER_MS = 60_000;

/**
 * Fires what is overdue and no job fired. It walks the buckets from the watermark to now. A minute that is
 * long over is closed, what still stands in it moves to the present minute, its rows go, and the watermark passes.
 * After a long outage what came due meanwhile is read and fired part by part: memory holds no more than one.
 * Several sweepers at once do some work twice and no harm: each step is held to an ETag or may be repeated.
 */
export function createSweeper(
  deps: OpenHintsDeps & {
    readonly store: StateStore;
    readonly clock: Clock;
    readonly progress: Progress;
  },
) {
  const { name, store, clock, progress } = deps;
  const reader = bucketReader(name, store);
  const closer = bucketCloser(name, store, clock);
  const open = openHints(deps);

  const isLongOver = (minute: number): boolean =>
    endOf(minute) + LONG_OVER_MS <= clock.now().getTime();
  const settle = async (over: readonly number[], closed: readonly Lane[]): Promise<void> => {
    await open.carryOver(new Set(over));
    await closer.clear(closed);
    await progress.advance({ swept: over.at(-1) });
  };

  const lookAgain = async (): Promise<void> =>
    open.add(await reader.fresh([minuteOf(clock.now())]));
  const fireOverdue = (): Promise<void> => open.fireOverdue(lookAgain);

  return async (): Promise<void> => {
    const { swept } = await progress.read();
    const minutes = minutesToSweep(swept, minuteOf(clock.now()));
    reader.forgetBefore(minutes[0] ?? swept + 1);
    for (const chunk of chunksOf(minutes, MINUTES_AT_ONCE)) {
      await deps.goOn();
      const over = chunk.filter(isLongOver);
      const closed = await closer.close(over);
      for await (const part of reader.parts(closed)) {
        open.add(part);
        if (open.isFull()) await fireOverdue();
      }
      open.add(await reader.fresh(chunk.filter((minute) => !over.includes(minute))));
      await fireOverdue();
      if (over.length > 0) await settle(over, closed);
    }
  };
}

/**
 * What the watermark has not passed. After the clock was set back to before it, the minutes up to it are closed, and what
 * is due now lies in those behind it; or in the present ones, if nobody swept there before.
 */
function minutesToSweep(swept: number, present: number): number[] {
  if (present > swept) return minutesBetween(swept + 1, present + 1);
  return [
    ...minutesBetween(present - MINUTES_LOOKED_BACK, present + 1),
    ...minutesBetween(swept + 1, swept + 1 + MINUTES_AT_ONCE),
  ];
}
