import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@todo-mesh/ports";
import type { Setting } from "../timer.ts";
import type { Fire } from "./firing.ts";

/** Two machines' clocks differ by a little; so much too early, a job is waited for and need not ring again. */
export const SMALL_SKEW_MS = 1_000;

/** Fires a setting for its job, and waits out what it came too early by. Throws when it shall be rung for again. */
export const attendWith =
  (fire: Fire) =>
  async (setting: Setting): Promise<void> => {
    let outcome = await fire(setting, "job");
    // A sleep may end a millisecond before its time.
    while (outcome.kind === "early" && outcome.leftMs <= SMALL_SKEW_MS) {
      await sleep(outcome.leftMs);
      outcome = await fire(setting, "job");
    }
    if (outcome.kind === "failed") throw outcome.error;
    if (outcome.kind === "early") throw new AppError("unavailable", "This timer is not due yet");
  };
export type Attend = ReturnType<typeof attendWith>;
