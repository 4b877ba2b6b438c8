import { setTimeout as sleep } from "node:timers/promises";

/** Waits `ms`, or until `signal` says that nobody waits any more. Never throws. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, signal && { signal }).catch(() => undefined);
}
