import { createBatcher } from "@todo-mesh/kit";
import type { Clock, StateStore } from "@todo-mesh/ports";
import type { Hint } from "../buckets/keys.ts";
import { bucketReader } from "../buckets/reader.ts";
import { minuteOf } from "../buckets/minute.ts";
import { chunksOf } from "../chunks.ts";
import { shareKey } from "../jobs/thinning.ts";
import { jobName } from "../timer.ts";

const MINUTES_LOOKED_BACK = 2;
const MINUTES_AT_ONCE = 10;
const MOST_AT_ONCE = 1_000;

/** Hints by the name of their job, in the line of their group or of their share. */
type Lines = Map<string, Map<string, Hint>>;
interface Minute {
  readonly groups: Lines;
  readonly shares: Lines;
}
export type NearHints = ReturnType<typeof createNearHints>;

/** The hints of the last minutes, and of the next one, that have a group, as this process has read them: each once. */
export function createNearHints(deps: {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
}) {
  const { name, clock } = deps;
  const reader = bucketReader(name, deps.store);
  const { keep, forgetBefore, ...known } = knownHints(name, clock);
  const present = (): number => minuteOf(clock.now());

  const forgetOld = (): void => {
    const first = present() - MINUTES_LOOKED_BACK;
    reader.forgetBefore(first);
    forgetBefore(first);
  };
  const read = async (minutes: readonly number[]): Promise<void> => {
    for (const some of chunksOf(minutes, MINUTES_AT_ONCE))
      for (const { minute, hint } of await reader.fresh(some)) keep(minute, hint);
  };
  const look = async (times: readonly Date[]): Promise<undefined[]> => {
    forgetOld();
    await read([...new Set([present() - 1, present(), ...times.map(minuteOf)])]);
    return times.map(() => undefined);
  };

  return {
    ...known,
    /** Reads what came into the buckets where something due then may lie; one reading for all who ask meanwhile. */
    look: createBatcher(look, { max: MOST_AT_ONCE, waitMs: 0 }),
    /** Reads what the next minute holds already, so that its first job finds it known. */
    lookAhead: async (): Promise<void> => {
      forgetOld();
      await read([present() + 1]);
    },
  };
}

function knownHints(name: string, clock: Clock) {
  const near = new Map<number, Minute>();
  return {
    keep: (minute: number, hint: Hint): void => {
      if (hint.group === undefined) return;
      const lines = near.get(minute) ?? { groups: new Map(), shares: new Map() };
      near.set(minute, lines);
      const job = jobName(name, hint);
      lineOf(lines.groups, hint.group).set(job, hint);
      lineOf(lines.shares, shareKey(hint)).set(job, hint);
    },
    forgetBefore: (first: number): void => {
      for (const minute of near.keys()) if (minute < first) near.delete(minute);
    },
    /** What is due of a group. */
    due: (group: string): Hint[] => {
      const now = clock.now().getTime();
      const own = [...near.values()].flatMap(({ groups }) => [
        ...(groups.get(group)?.values() ?? []),
      ]);
      return own.filter(({ at }) => Date.parse(at) <= now);
    },
    /** What of these shares is due within the step that begins then, now or in a moment. */
    ofStep: (at: Date, shares: readonly string[]): Hint[] =>
      [...near.values()].flatMap((minute) =>
        shares.flatMap((share) => [
          ...(minute.shares.get(shareKey({ at, share }))?.values() ?? []),
        ]),
      ),
    settled: (hint: Hint): void => {
      const job = jobName(name, hint);
      for (const { groups, shares } of near.values()) {
        groups.get(hint.group ?? "")?.delete(job);
        shares.get(shareKey(hint))?.delete(job);
      }
    },
  };
}

function lineOf(lines: Lines, key: string): Map<string, Hint> {
  const line = lines.get(key) ?? new Map<string, Hint>();
  lines.set(key, line);
  return line;
}
