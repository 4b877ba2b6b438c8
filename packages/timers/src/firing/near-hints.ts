import { createBatcher } from "@todo-mesh/kit";
import type { Clock, StateStore } from "@todo-mesh/ports";
import type { Hint } from "../buckets/keys.ts";
import { bucketReader } from "../buckets/reader.ts";
import { minuteOf } from "../buckets/minute.ts";
import { jobName } from "../timer.ts";

const MINUTES_LOOKED_BACK = 2;
const MOST_AT_ONCE = 1_000;

/** The hints of the last minutes that have a group, as this process has read them: each once. */
export function createNearHints(deps: {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
}) {
  const { name, clock } = deps;
  const reader = bucketReader(name, deps.store);
  const near = new Map<number, Map<string, Map<string, Hint>>>();

  const look = async (times: readonly Date[]): Promise<undefined[]> => {
    const present = minuteOf(clock.now());
    const first = present - MINUTES_LOOKED_BACK;
    reader.forgetBefore(first);
    for (const minute of near.keys()) if (minute < first) near.delete(minute);
    const later = times.map(minuteOf).filter((minute) => minute > present);
    const minutes = new Set([present - 1, present, ...later]);
    for (const { minute, hint } of await reader.fresh([...minutes])) {
      const groups = near.get(minute) ?? new Map<string, Map<string, Hint>>();
      near.set(minute, groups);
      keep(groups, hint, jobName(name, hint));
    }
    return times.map(() => undefined);
  };

  return {
    /** Reads what came into the buckets where something due then may lie; one reading for all who ask meanwhile. */
    look: createBatcher(look, { max: MOST_AT_ONCE, waitMs: 0 }),
    due: (group: string): Hint[] => {
      const now = clock.now().getTime();
      const own = [...near.values()].flatMap((groups) => [...(groups.get(group)?.values() ?? [])]);
      return own.filter(({ at }) => Date.parse(at) <= now);
    },
    settled: (hint: Hint): void => {
      for (const groups of near.values()) groups.get(hint.group ?? "")?.delete(jobName(name, hint));
    },
  };
}

function keep(groups: Map<string, Map<string, Hint>>, hint: Hint, job: string): void {
  if (hint.group === undefined) return;
  const own = groups.get(hint.group) ?? new Map<string, Hint>();
  groups.set(hint.group, own.set(job, hint));
}
