import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "@todo-mesh/ports";
import { chunksOf } from "../chunks.ts";
import type { Fire } from "./firing.ts";
import { SLICE_MS } from "../jobs/thinning.ts";
import { SMALL_SKEW_MS } from "./attend.ts";
import type { NearHints } from "./near-hints.ts";

const TIMERS_AT_ONCE = 200;

export interface Wake {
  readonly group: string;
  /** When it was to be woken: what has no job is due within a slice of time from then. */
  readonly at: Date;
}

interface WakingDeps {
  readonly clock: Clock;
  readonly hints: NearHints;
  readonly fire: Fire;
  readonly isClosing: () => boolean;
}

/**
 * Fires what of a group is due and has no job of its own, once one that has a job rings: the hints are in the buckets,
 * and are read once. What this process does not come to, the sweeper fires.
 */
export function createWaking(deps: WakingDeps) {
  const wakeOnce = waker(deps);
  const awake = new Map<string, { more: Date | undefined }>();

  return async (wake: Wake): Promise<void> => {
    const { group } = wake;
    const before = awake.get(group);
    // Whoever is at it goes on with this when it is done; nobody need wait for that.
    if (before) return void (before.more = laterOf(before.more, wake.at));
    const state = { more: undefined as Date | undefined };
    awake.set(group, state);
    try {
      for (let at: Date | undefined = wake.at; at; at = state.more) {
        state.more = undefined;
        await wakeOnce({ group, at });
      }
    } finally {
      awake.delete(group);
    }
  };
}

const laterOf = (one: Date | undefined, other: Date): Date => (one && one > other ? one : other);

function waker(deps: WakingDeps): (wake: Wake) => Promise<void> {
  const { clock, hints, fire, isClosing } = deps;

  const fireDue = async (group: string): Promise<void> => {
    for (const chunk of chunksOf(hints.due(group), TIMERS_AT_ONCE)) {
      if (isClosing()) return;
      await Promise.all(
        chunk.map(async (hint) => {
          const { kind } = await fire(hint, "job");
          if (kind === "fired" || kind === "stale") hints.settled(hint);
        }),
      );
    }
  };
  const lookAndFire = async (wake: Wake): Promise<void> => {
    await hints.look(wake.at);
    await fireDue(wake.group);
  };
  return async (wake) => {
    const end = wake.at.getTime() + SLICE_MS;
    const leftMs = (): number => end - clock.now().getTime();
    const early = leftMs();
    await lookAndFire(wake);
    if (early <= 0 || early > SLICE_MS + SMALL_SKEW_MS) return;
    // Once more, since some are due only now, and some were set meanwhile: once the slice is over, these are all.
    await sleep(Math.max(0, leftMs()));
    await lookAndFire(wake);
  };
}
