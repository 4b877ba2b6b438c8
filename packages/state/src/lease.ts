import { type Clock, type IdSource, kindOf, type StateStore } from "@todo-mesh/ports";
import { z } from "zod";
import { atomically } from "./atomically.ts";

// Clocks of two machines may differ by so much, and two versions may take leases of other lengths.
const CLOCKS_DIFFER_MS = 60_000;

const isFree = (held: z.infer<typeof Held> | undefined, now: number, ttlMs: number): boolean =>
  held === undefined || hasRunOut(held.until, now, ttlMs);

/** Whether a lease is over that lasts `ttlMs` from when it is taken: one that would last far longer was taken before the clock was set back, and whoever took it may be dead. */
export const hasRunOut = (until: number, now: number, ttlMs: number): boolean =>
  until <= now || until > now + ttlMs + CLOCKS_DIFFER_MS;

const Held = z.object({ holder: z.string(), until: z.int() });

export interface Lease {
  /** Takes the lease if it is free or has run out, renews it if it is ours. False: another holds it. */
  acquire(): Promise<boolean>;
  /** Prolongs a lease that is still ours, and takes nothing. False: it was lost. */
  renew(): Promise<boolean>;
  /** Gives the lease back, so that another need not wait for its end. */
  release(): Promise<void>;
  /** Whether the lease is surely ours at this moment; a process that was paused past its end is told no. */
  holds(): boolean;
}

/**
 * One holder at a time, by the clock: a lease runs out `ttlMs` after it was last acquired or renewed.
 * Two holders may overlap by as much as their clocks differ, and a holder may be paused between asking
 * and acting: what must never happen twice needs an ETag of its own. `unavailable` passes through.
 */
export function createLease(options: {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly key: string;
  readonly ttlMs: number;
}): Lease {
  const { store, clock, key } = options;
  const holder = options.ids.next();
  let heldUntil = 0;
  const now = () => clock.now().getTime();

  const claim = async (mayTake: (held: z.infer<typeof Held> | undefined) => boolean) => {
    // Read before the store is asked: an answer that takes long must not make the lease look longer.
    const until = now() + options.ttlMs;
    const ours = await atomically(store, async (tx) => {
      const free = mayTake(await tx.get(key, Held));
      if (free) tx.put(key, { holder, until });
      return free;
    }).catch((error: unknown) => {
      if (kindOf(error) === "conflict") return false;
      throw error;
    });
    heldUntil = ours ? until : 0;
    return ours;
  };

  return {
    acquire: () => claim((held) => held?.holder === holder || isFree(held, now(), options.ttlMs)),
    renew: () => claim((held) => held?.holder === holder && held.until > now()),
    release: async () => {
      heldUntil = 0;
      await atomically(store, async (tx) => {
        if ((await tx.get(key, Held))?.holder === holder) tx.delete(key);
      });
      heldUntil = 0;
    },
    holds: () => now() < heldUntil,
  };
}
