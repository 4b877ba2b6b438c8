import type { Clock } from "../index.ts";

/** The fakes' clock unless a test brings its own. */
export const wallClock: Clock = { now: () => new Date() };

/** A clock that moves only when told to. `start` and `set` take a Date or an RFC 3339 instant, `advance` milliseconds. */
export function settableClock(start: Date | string) {
  let nowMs = new Date(start).getTime();
  return {
    now: () => new Date(nowMs),
    set: (to: Date | string): void => void (nowMs = new Date(to).getTime()),
    advance: (ms: number): void => void (nowMs += ms),
  } satisfies Clock & Record<string, unknown>;
}
