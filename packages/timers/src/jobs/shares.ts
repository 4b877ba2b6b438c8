import { LRUCache } from "lru-cache";
import { upTo } from "../up-to.ts";
import { stepOf } from "./thinning.ts";

const TIMERS_OF_A_SHARE = 100;

/** What a process remembers of the jobs it asked for. A scheduler may have lost one that is counted on: for a minute, no more. */
export const REMEMBERED = { ...upTo(10_000), ttl: 60_000 };

/**
 * Puts timers that are due within the same step into shares of a hundred. Each share has one job, so that many
 * processes have their part of a step, and no two of them the same. No share is used twice: `label` names a new one.
 */
export function createShares(label: () => string) {
  const open = new LRUCache<number, { readonly share: string; count: number }>(REMEMBERED);
  return (at: string): string => {
    const step = stepOf(at);
    const known = open.get(step);
    if (known && known.count < TIMERS_OF_A_SHARE) {
      known.count += 1;
      return known.share;
    }
    const share = label();
    open.set(step, { share, count: 1 });
    return share;
  };
}
