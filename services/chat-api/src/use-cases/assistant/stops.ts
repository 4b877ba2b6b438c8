import { keyOf, readerOf } from "@todo-mesh/state";
import { z } from "zod";
import type { TaskDeps, Wait } from "../deps.ts";
import type { Turn } from "./turn.ts";

/** Longer than a turn can last. */
const KEPT_SECONDS = 120;
/** How often a turn looks whether it was stopped on another replica. */
const LOOK_MS = 1_000;

const stopKey = (userId: string, turnId: string): string => keyOf("stop", userId, turnId);
const Stop = z.object({ at: z.iso.datetime() });

export interface Stops {
  /** Wants no more of a turn, on whichever replica it runs. */
  ask(userId: string, turnId: string): Promise<void>;
  /** Does work that can be stopped: at once here, and within a second from another replica. */
  during<Result>(turn: Turn, work: (turn: Turn) => Promise<Result>): Promise<Result>;
}

type StopDeps = Pick<TaskDeps, "store" | "commit" | "clock"> & { readonly wait: Wait };

/** What is stopped of the turns of this process. The mark in the store is the truth, and here it is heard at once. */
export function createStops({ store, commit, clock, wait }: StopDeps): Stops {
  const running = new Map<string, AbortController>();
  const look = async (key: string, stop: AbortController, over: AbortSignal): Promise<void> => {
    while (!over.aborted && !stop.signal.aborted) {
      await wait(LOOK_MS, over);
      // A store that is away says nothing; it is asked again.
      const found = await readerOf(store)
        .get(key, Stop)
        .catch(() => undefined);
      if (found) stop.abort();
    }
  };
  return {
    ask: async (userId, turnId) => {
      const key = stopKey(userId, turnId);
      running.get(key)?.abort();
      const at = clock.now().toISOString();
      await commit(userId, async (tx) => tx.put(key, { at }, { ttlSeconds: KEPT_SECONDS }));
    },
    during: async (turn, work) => {
      const key = stopKey(turn.userId, turn.id);
      const [stop, over] = [new AbortController(), new AbortController()];
      running.set(key, stop);
      void look(key, stop, over.signal);
      try {
        return await work({ ...turn, stopped: stop.signal });
      } finally {
        over.abort();
        running.delete(key);
      }
    },
  };
}
