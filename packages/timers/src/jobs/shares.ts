import { LRUCache } from "lru-cache";
import { stepOf } from "./thinning.ts";

const TIMERS_OF_A_SHARE = 100;
const STEPS_REMEMBERED = 10_000;
// A scheduler may have lost a job that is counted on here: for so long, no more.
const REMEMBERED_MS = 60_000;

/**
 * Puts timers that are due within the same step into shares of a hundred. Each share has one job, so that many
 * processes have their part of a step, and no two of them the same. No share is used twice: `label` names a new one.
 */
export function createShares(label: () => string) {
  const open = new LRUCache<number, { readonly share: string; count: number }>({
    max: STEPS_REMEMBERED,
    ttl: REMEMBERED_MS,
  });
  return {
    shareOf: (at: string): string => {
      const step = stepOf(at);
      const known = open.get(step);
      if (known && known.count < TIMERS_OF_A_SHARE) {
        known.count += 1;
        return known.share;
      }
      const share = label();
      open.set(step, { share, count: 1 });
      return share;
    },
  };
}
