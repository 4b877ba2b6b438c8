import type { Clock } from "@todo-mesh/ports";
import { settableClock } from "@todo-mesh/ports/testing";

// All that follows from one step without waiting is done before the next.
const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock, and waiting by it: time passes only in `pass`, and whoever waits is woken at their moment, in order. */
export function virtualTime() {
  const clock = settableClock("2026-11-22T09:00:00Z");
  const sleepers = new Set<Sleeper>();
  const now = () => clock.now().getTime();

  const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const sleeper = { at: now() + ms, wake: resolve };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", () => {
        sleepers.delete(sleeper);
        resolve();
      });
      return undefined;
    });

  const pass = async (ms: number): Promise<void> => {
    const end = now() + ms;
    await settle();
    for (;;) {
      const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
      if (!next || next.at > end) break;
      sleepers.delete(next);
      clock.advance(Math.max(0, next.at - now()));
      next.wake();
      await settle();
    }
    clock.advance(end - now());
  };
  return { clock: clock satisfies Clock, wait, pass, settle };
}
