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

interface Share {
  /** In the order in which they came. */
  readonly events: Map<string, Kept>;
  bytes: number;
}

interface Bound {
  readonly events: number;
  readonly bytes: number;
}

const KEPT_MS = 5 * 60_000;
const MOST: Bound = { events: 20_000, bytes: 32 * 1_024 * 1_024 };
/** What one person may take of it: beyond it their own oldest go, and never another's. */
const SHARE: Bound = { events: 600, bytes: 1_024 * 1_024 };
const OVERHEAD_BYTES = 300;
const OVERLAP_MS = 5_000;
const MOST_MISSED = 500;

/** The events of this replica's last five minutes, of all users together, and never more than 32 MB. */
export function createRecentEvents(clock: Clock) {
  const ring = createRing();

  return {
    /** False: it has been here before. */
    add: (userId: string, event: LiveEvent, { heardHere }: { heardHere: boolean }): boolean => {
      if (ring.has(event.id)) return false;
      const atMs = clock.now().getTime();
      const size = OVERHEAD_BYTES + 2 * (event.data.length + userId.length);
      ring.put({ userId, event, atMs, size, heardHere });
      ring.forgetBefore(atMs - KEPT_MS);
      return true;
    },
    /** What came for this user after the event of this id; undefined when that is not known here, or too long ago. */
    after: (userId: string, id: string): LiveEvent[] | undefined => {
      ring.forgetBefore(clock.now().getTime() - KEPT_MS);
      const events = ring.of(userId);
      const place = events.findIndex(({ event }) => event.id === id);
      const last = events[place];
      if (!last) return undefined;
      const missed = events.filter((entry, at) => at > place || mayBeNew(entry, last));
      if (missed.length > MOST_MISSED) return undefined;
      for (const entry of missed) entry.heardHere = true;
      return missed.map(({ event }) => event);
    },
  };
}

function createRing() {
  // A map keeps the order in which its keys came: it is the ring and the memory of what was seen.
  const kept = new Map<string, Kept>();
  const shares = new Map<string, Share>();
  let bytes = 0;

  const drop = (id: string, { userId, size }: Kept): void => {
    kept.delete(id);
    bytes -= size;
    const share = shares.get(userId);
    if (!share) return;
    share.events.delete(id);
    share.bytes -= size;
    if (share.events.size === 0) shares.delete(userId);
  };

  return {
    has: (id: string): boolean => kept.has(id),
    of: (userId: string): Kept[] => [...(shares.get(userId)?.events.values() ?? [])],
    put: (entry: Kept): void => {
      const share = shares.get(entry.userId) ?? { events: new Map<string, Kept>(), bytes: 0 };
      shares.set(entry.userId, share);
      kept.set(entry.event.id, entry);
      share.events.set(entry.event.id, entry);
      share.bytes += entry.size;
      bytes += entry.size;
      for (const [id, oldest] of share.events) {
        if (fits(share.events.size, share.bytes, SHARE)) return;
        drop(id, oldest);
      }
    },
    forgetBefore: (atMs: number): void => {
      for (const [id, entry] of kept) {
        if (fits(kept.size, bytes, MOST) && entry.atMs >= atMs) return;
        drop(id, entry);
      }
    },
  };
}

const fits = (events: number, bytes: number, most: Bound): boolean =>
  events <= most.events && bytes <= most.bytes;

// Replicas read the topics side by side: where the last one was sent by another replica, that one may
// not have had yet what came here before it. Better twice than never.
function mayBeNew(entry: Kept, last: Kept): boolean {
  const sentElsewhere = !last.heardHere && !entry.heardHere && entry !== last;
  return sentElsewhere && last.atMs - entry.atMs <= OVERLAP_MS;
}
