import { remembered } from "@todo-mesh/kit";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, keyOf } from "@todo-mesh/state";
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

/**
 * Whether reminders are announced, for all replicas and all their lives: it stands in the store, and each replica looks
 * there once a second, while something wants to ring. To pause or resume twice is to do it once.
 */
export function createAnnouncements({
  store,
  clock,
}: {
  readonly store: StateStore;
  readonly clock: Clock;
}) {
  let known = GOING_ON;
  const read = async (): Promise<AnnouncementState> =>
    (known = await atomically(
      store,
      async (tx) => (await tx.get(KEY, AnnouncementState)) ?? GOING_ON,
    ));
  const state = remembered(read);
  const become = async (paused: boolean): Promise<AnnouncementState> =>
    (known = await atomically(store, async (tx) => {
      const before = (await tx.get(KEY, AnnouncementState)) ?? GOING_ON;
      if (before.paused === paused) return before;
      const after = { paused, since: clock.now().toISOString() };
      tx.put(KEY, after);
      return after;
    }));

  return {
    pause: () => become(true),
    resume: () => become(false),
    read,
    /** As this replica last saw it; asks nobody. */
    known: (): AnnouncementState => known,
    /** Without a store nothing rings anyway: then what was last seen holds. */
    arePaused: async (): Promise<boolean> => {
      await state().catch(() => undefined);
      return known.paused;
    },
  };
}
