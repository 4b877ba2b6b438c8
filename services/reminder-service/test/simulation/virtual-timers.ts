import { later } from "./virtual-time.ts";

/** Takes the place of `node:timers/promises`. */
export function setTimeout<Value>(
  ms: number,
  value?: Value,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const broken = (): void => reject(new Error("broken off", { cause: signal?.reason }));
    if (signal?.aborted === true) return broken();
    const stop = later(ms, () => {
      signal?.removeEventListener("abort", ended);
      resolve(value);
    });
    const ended = (): void => {
      stop();
      broken();
    };
    signal?.addEventListener("abort", ended, { once: true });
  });
}
