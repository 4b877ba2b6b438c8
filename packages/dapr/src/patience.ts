const PATIENCE_MS = 30_000;
const MAX_REMEMBERED = 1_000;

/**
 * How long an event that meets a bug may hold up the ones behind it: 30 s after its first failure it is
 * out of time. Remembered in this process alone, so that a new one begins anew; at most 1 000 events.
 */
export function createPatience(nowMs: () => number) {
  const firstFailed = new Map<string, number>();
  return {
    isOver: (eventId: string): boolean => {
      const since = firstFailed.get(eventId);
      if (since !== undefined) return nowMs() - since >= PATIENCE_MS;
      const oldest = firstFailed.keys().next().value;
      if (firstFailed.size >= MAX_REMEMBERED && oldest !== undefined) firstFailed.delete(oldest);
      firstFailed.set(eventId, nowMs());
      return false;
    },
    forget: (eventId: string): void => void firstFailed.delete(eventId),
  };
}
export type Patience = ReturnType<typeof createPatience>;
