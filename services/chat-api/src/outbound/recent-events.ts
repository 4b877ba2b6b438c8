import type { Clock } from "@todo-mesh/ports";

/** An event on its way to a person: `id` and `type` of its CloudEvent, `data` as JSON text. */
export interface LiveEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

interface Kept {
  readonly userId: string;
  readonly event: LiveEvent;
  readonly atMs: number;
  readonly size: number;
  heardHere: boolean;
}

const KEPT_MS = 5 * 60_000;
const MOST_EVENTS = 20_000;
const MOST_BYTES = 32 * 1_024 * 1_024;
const OVERHEAD_BYTES = 300;
const OVERLAP_MS = 5_000;
const MOST_MISSED = 500;

/** The events of this replica's last five minutes, of all users together, and never more than 32 MB. */
export function createRecentEvents(clock: Clock) {
  // A map keeps the order in which its keys came: it is the ring and the memory of what was seen.
  const kept = new Map<string, Kept>();
  let bytes = 0;

  const forgetOld = (nowMs: number): void => {
    for (const [id, { atMs, size }] of kept) {
      const fits = kept.size <= MOST_EVENTS && bytes <= MOST_BYTES;
      if (fits && nowMs - atMs <= KEPT_MS) return;
      kept.delete(id);
      bytes -= size;
    }
  };
  const of = (userId: string) => [...kept.values()].filter((entry) => entry.userId === userId);

  return {
    /** False: it has been here before. */
    add: (userId: string, event: LiveEvent, { heardHere }: { heardHere: boolean }): boolean => {
      if (kept.has(event.id)) return false;
      const atMs = clock.now().getTime();
      const size = OVERHEAD_BYTES + 2 * (event.data.length + userId.length);
      kept.set(event.id, { userId, event, atMs, size, heardHere });
      bytes += size;
      forgetOld(atMs);
      return true;
    },
    /** What came for this user after the event of this id; undefined when that is not known here, or too long ago. */
    after: (userId: string, id: string): LiveEvent[] | undefined => {
      forgetOld(clock.now().getTime());
      const last = kept.get(id);
      if (last?.userId !== userId) return undefined;
      const events = of(userId);
      const place = events.indexOf(last);
      const missed = events.filter((entry, at) => at > place || mayBeNew(entry, last));
      if (missed.length > MOST_MISSED) return undefined;
      for (const entry of missed) entry.heardHere = true;
      return missed.map(({ event }) => event);
    },
  };
}

// Replicas read the topics side by side: where the last one was sent by another replica, that one may
// not have had yet what came here before it. Better twice than never.
function mayBeNew(entry: Kept, last: Kept): boolean {
  const sentElsewhere = !last.heardHere && !entry.heardHere && entry !== last;
  return sentElsewhere && last.atMs - entry.atMs <= OVERLAP_MS;
}
