import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import type { Group } from "../turns/fair-queue.ts";
import type { Fire } from "./firing.ts";
import { JobData } from "../jobs/job-data.ts";
import { type Setting, settingOf } from "../timer.ts";
import { SMALL_SKEW_MS, type Wake } from "./waking.ts";

// A job that waits for its answer holds a connection of the sidecar, which has some hundreds for everybody.
const HELD_OF_A_GROUP = 64;
const HELD_WITHOUT_GROUP = 512;

/**
 * Answers a job: resolves when there is nothing left to do for it, throws when it shall ring again, because
 * it came too early, its timer could not fire, or this process is closing. A job of a group of which very many wait
 * is answered at once, and its timer waits on without it: should it fail, the sweeper fires it.
 */
export function createRinging(deps: {
  readonly name: string;
  readonly log: Logger;
  readonly fire: Fire;
  readonly waitingOf: (group: Group) => number;
  readonly wake: (wake: Wake) => Promise<void>;
  readonly isClosing: () => boolean;
}) {
  const { name, log } = deps;

  const attend = async (setting: Setting): Promise<void> => {
    let outcome = await deps.fire(setting, "job");
    // A sleep may end a millisecond before its time.
    while (outcome.kind === "early" && outcome.leftMs <= SMALL_SKEW_MS) {
      await sleep(outcome.leftMs);
      outcome = await deps.fire(setting, "job");
    }
    if (outcome.kind === "failed") throw outcome.error;
    if (outcome.kind === "early") throw new AppError("unavailable", "This timer is not due yet");
  };
  const isCrowded = (group: Group): boolean =>
    deps.waitingOf(group) >= (group === undefined ? HELD_WITHOUT_GROUP : HELD_OF_A_GROUP);

  return async (job: string, carried?: unknown): Promise<void> => {
    if (deps.isClosing()) throw new AppError("unavailable", "These timers are being closed");
    const named = settingOf(name, job);
    if (!named) return log.warn("a job rang that belongs to no timer", { job });
    const { group, for_more, due_at } = JobData.parse(carried);
    const setting = { ...named, group };
    const crowded = isCrowded(group);
    const attended = attend(setting);
    const woken =
      group !== undefined && for_more && due_at !== undefined
        ? deps.wake({ group, at: new Date(due_at) })
        : undefined;
    if (crowded) return void Promise.allSettled([attended, woken]);
    await Promise.all([attended, woken]);
  };
}
