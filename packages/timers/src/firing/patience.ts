import type { Clock } from "@todo-mesh/ports";
import { LRUCache } from "lru-cache";
import { upTo } from "../up-to.ts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
// Who is forgotten is tried in company once more, and known again.
const MOST_KNOWN = 10_000;

/** Who failed of itself waits 1 s, then 2, 4, … up to a minute before it may try again, and then tries alone. */
export function patience(clock: Clock) {
  const waits = new LRUCache<string, { readonly waitMs: number; readonly since: number }>(
    upTo(MOST_KNOWN),
  );
  const now = () => clock.now().getTime();
  return {
    isSuspect: (who: string): boolean => waits.has(who),
    mustWait: (who: string): boolean => {
      const { since, waitMs } = waits.get(who) ?? { since: 0, waitMs: 0 };
      // A clock that was set back since would make it wait for as long as that.
      return since <= now() && now() < since + waitMs;
    },
    failed: (who: string): void => {
      const before = waits.get(who)?.waitMs ?? FIRST_WAIT_MS / 2;
      const waitMs = Math.min(before * 2, LONGEST_WAIT_MS);
      waits.set(who, { waitMs, since: now() });
    },
    settled: (who: string): void => void waits.delete(who),
  };
}
