import type { Clock } from "@todo-mesh/ports";
import { LRUCache } from "lru-cache";
import { chunksOf } from "../chunks.ts";
import { jobName } from "../timer.ts";
import { upTo } from "../up-to.ts";
import type { Scheduling } from "./scheduling.ts";
import type { Alarm } from "./thinning.ts";

const MOST_REMEMBERED = 10_000;
const AT_ONCE = 100;

interface RefusedDeps {
  readonly name: string;
  readonly clock: Clock;
  readonly scheduling: Pick<Scheduling, "demand">;
}

/**
 * Jobs that the scheduler did not take as their timers were set: a scheduler that is away for a moment must not cost
 * what is due in an hour its punctuality. They are asked for again, the earliest first, until it takes them or their time
 * has come. What finds no room here, or dies with this process, the sweeper fires.
 */
export function createRefused({ name, clock, scheduling }: RefusedDeps) {
  const refused = new LRUCache<string, Alarm>(upTo(MOST_REMEMBERED));
  const forget = ({ hint }: Alarm): void => void refused.delete(jobName(name, hint));

  return {
    remember: (alarm: Alarm): void => void refused.set(jobName(name, alarm.hint), alarm),
    /** Throws `unavailable` while the scheduler does not take them. */
    askAgain: async (): Promise<void> => {
      const now = clock.now();
      [...refused.values()].filter(({ at }) => at <= now).forEach(forget);
      const earliest = [...refused.values()].toSorted((one, other) => +one.at - +other.at);
      for (const chunk of chunksOf(earliest, AT_ONCE)) {
        await scheduling.demand(chunk);
        chunk.forEach(forget);
      }
    },
  };
}

export type Refused = ReturnType<typeof createRefused>;
