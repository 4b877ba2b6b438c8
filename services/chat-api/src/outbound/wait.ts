import { setTimeout as pause } from "node:timers/promises";

/** Waits, and ends early when the signal is aborted. */
export const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined);
