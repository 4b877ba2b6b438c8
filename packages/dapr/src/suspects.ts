const SUSPECTED_MS = 60_000;
const MOST = 1_000;

/**
 * The keys whose events failed by their own fault within the last minute. Such a key is kept out of the batches of
 * others, so that whoever has many broken events makes nobody's batch fail with each. At most 1 000; the oldest go.
 */
export function createSuspects(nowMs: () => number) {
  const since = new Map<string, number>();
  return {
    has: (key: string | undefined): boolean => {
      const at = key === undefined ? undefined : since.get(key);
      return at !== undefined && nowMs() - at < SUSPECTED_MS;
    },
    add: (key: string | undefined): void => {
      if (key === undefined) return;
      since.delete(key);
      since.set(key, nowMs());
      const oldest = since.keys().next().value;
      if (since.size > MOST && oldest !== undefined) since.delete(oldest);
    },
  };
}
export type Suspects = ReturnType<typeof createSuspects>;
