import { setTimeout as sleep } from "node:timers/promises";
import { AppError, type Clock } from "@todo-mesh/ports";
import type { Hint } from "../buckets/keys.ts";
import { stepOf } from "../jobs/thinning.ts";
import { inTurns } from "../turns/in-turns.ts";
import { type Attend, SMALL_SKEW_MS } from "./attend.ts";
import type { NearHints } from "./near-hints.ts";

export interface Step {
  /** When it begins. */
  readonly at: Date;
  /** For which shares of it. */
  readonly shares: readonly string[];
}

interface StepDeps {
  readonly clock: Clock;
  readonly hints: NearHints;
  readonly attend: Attend;
  readonly isClosing: () => boolean;
}

/**
 * Fires all that is due within shares of a step of time, each at its own time: the buckets say what that is, and are
 * read once. Throws when something is left to do, so that the job rings again, here or in another process.
 */
export function createStepRinging({ clock, hints, attend, isClosing }: StepDeps) {
  const underWay = new Map<string, Promise<void>>();
  const msUntil = (at: Date): number => at.getTime() - clock.now().getTime();

  const attendAll = async (some: readonly Hint[]): Promise<PromiseSettledResult<void>[]> =>
    Promise.allSettled(some.map(async (hint) => attend(hint).then(() => hints.settled(hint))));
  const fireMoment = async (moment: Date, due: readonly Hint[]): Promise<void> => {
    await sleep(Math.max(0, msUntil(moment)));
    const failures: unknown[] = [];
    let left = due;
    while (left.length > 0) {
      if (isClosing()) throw new AppError("unavailable", "These timers are being closed");
      const part = new Set(inTurns(left, ({ group }) => group));
      for (const result of await attendAll([...part]))
        if (result.status === "rejected") failures.push(result.reason);
      left = left.filter((hint) => !part.has(hint));
    }
    if (failures.length > 0) throw failures[0];
  };
  const ring = async ({ at, shares }: Step): Promise<void> => {
    if (msUntil(at) > SMALL_SKEW_MS) throw new AppError("unavailable", "This step is not due yet");
    await hints.look(at);
    const moments = Map.groupBy(hints.ofStep(at, shares), (hint) => hint.at);
    const results = await Promise.allSettled(
      [...moments].map(async ([moment, due]) => fireMoment(new Date(moment), due)),
    );
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  };

  return (step: Step): Promise<void> => {
    const key = [stepOf(step.at), ...step.shares].join("/");
    const known = underWay.get(key);
    if (known) return known;
    const rung = ring(step).finally(() => underWay.delete(key));
    underWay.set(key, rung);
    return rung;
  };
}
