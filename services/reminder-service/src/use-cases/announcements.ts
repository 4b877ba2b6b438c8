import { remembered } from "@todo-mesh/kit";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, keyOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";

const AnnouncementState = z.object({
  paused: z.boolean(),
  /** When it was paused or resumed. */
  since: z.iso.datetime().optional(),
});
export type AnnouncementState = z.infer<typeof AnnouncementState>;
export type Announcements = ReturnType<typeof createAnnouncements>;

const KEY = keyOf("announcements", "state");
const GOING_ON: AnnouncementState = { paused: false };

const readIn = async (tx: Transaction): Promise<AnnouncementState> =>
  (await tx.get(KEY, AnnouncementState)) ?? GOING_ON;

/**
 * Whether reminders are announced, for all replicas and all their lives: it stands in the store. A transaction that
 * announces looks there itself, so none that begins after a pause does; else each replica looks once a second, while
 * something wants to ring. To pause or resume twice is to do it once.
 */
export function createAnnouncements({
  store,
  clock,
}: {
  readonly store: StateStore;
  readonly clock: Clock;
}) {
  let known = GOING_ON;
  let changes = 0;
  const read = async (): Promise<AnnouncementState> => {
    const before = changes;
    const found = await atomically(store, readIn);
    // What was read before a change of ours says nothing any more.
    if (before === changes) known = found;
    return found;
  };
  const state = remembered(read);
  const become = async (paused: boolean): Promise<AnnouncementState> => {
    const after = await atomically(store, async (tx) => {
      const before = await readIn(tx);
      if (before.paused === paused) return before;
      const changed = { paused, since: clock.now().toISOString() };
      tx.put(KEY, changed);
      return changed;
    });
    changes += 1;
    return (known = after);
  };

  return {
    pause: () => become(true),
    resume: () => become(false),
    read,
    /** As this replica last saw it; asks nobody. */
    known: (): AnnouncementState => known,
    /** As it stands within this transaction. Else as it stood within a second; without a store nothing rings anyway: then what was last seen holds. */
    arePaused: async (within?: Transaction): Promise<boolean> => {
      if (within) return (await readIn(within)).paused;
      await state().catch(() => undefined);
      return known.paused;
    },
  };
}
