import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is yes: true. Not within `ms`: false. An error of `ask` is passed on. */
export async function until(
  ask: () => boolean | Promise<boolean>,
  { ms, everyMs = 100, signal }: { ms: number; everyMs?: number; signal?: AbortSignal },
): Promise<boolean> {
  const deadline = performance.now() + ms;
  for (;;) {
    signal?.throwIfAborted();
    if (await ask()) return true;
    if (performance.now() >= deadline) return false;
    await pause(everyMs, undefined, signal && { signal }).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : error;
    });
  }
}
