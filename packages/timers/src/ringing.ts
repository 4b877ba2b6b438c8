import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import type { Outcome } from "./fire-batch.ts";
import type { Source } from "./metrics.ts";
import { type Setting, settingOf } from "./timer.ts";

// Two machines' clocks differ by a little; so much earlier than we say, a job waits here instead of ringing again.
const SMALL_SKEW_MS = 1_000;

/**
 * Answers a job: resolves when there is nothing left to do for it, throws when it shall ring again, because
 * it came too early, its timer could not fire, or this process is closing.
 */
export function createRinging(deps: {
  readonly name: string;
  readonly log: Logger;
  readonly fire: (setting: Setting, source: Source) => Promise<Outcome>;
  readonly isClosing: () => boolean;
}) {
  const { name, log, fire } = deps;

  return async (job: string): Promise<void> => {
    if (deps.isClosing()) throw new AppError("unavailable", "These timers are being closed");
    const setting = settingOf(name, job);
    if (!setting) return log.warn("a job rang that belongs to no timer", { job });
    let outcome = await fire(setting, "job");
    if (outcome.kind === "early" && outcome.leftMs <= SMALL_SKEW_MS) {
      await sleep(outcome.leftMs);
      outcome = await fire(setting, "job");
    }
    if (outcome.kind === "failed") throw outcome.error;
    if (outcome.kind === "early") throw new AppError("unavailable", "This timer is not due yet");
  };
}
