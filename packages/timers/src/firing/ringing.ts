import type { Logger } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import type { Group } from "../turns/fair-queue.ts";
import { JobData } from "../jobs/job-data.ts";
import { shareOf } from "../jobs/thinning.ts";
import { settingOf } from "../timer.ts";
import type { Attend } from "./attend.ts";
import type { Step } from "./ring-step.ts";
import type { Wake } from "./waking.ts";

// A job that waits for its answer holds a connection of the sidecar, which has some hundreds for everybody.
const HELD_OF_A_GROUP = 64;
const HELD_WITHOUT_GROUP = 512;

/**
 * Answers a job: resolves when there is nothing left to do for it, throws when it shall ring again, because
 * it came too early, its timer could not fire, or this process is closing. It rings for its own timer, and for those
 * that share it: its shares of a step, or, near its time, more of its group. A job of a group of which very many wait is
 * answered at once, and its timer waits on without it: should it fail, the sweeper fires it.
 */
export function createRinging(deps: {
  readonly name: string;
  readonly log: Logger;
  readonly attend: Attend;
  readonly waitingOf: (group: Group) => number;
  readonly wake: (wake: Wake) => Promise<void>;
  readonly ringStep: (step: Step) => Promise<void>;
  readonly isClosing: () => boolean;
}) {
  const { name, log, attend } = deps;

  const isCrowded = (group: Group): boolean =>
    deps.waitingOf(group) >= (group === undefined ? HELD_WITHOUT_GROUP : HELD_OF_A_GROUP);

  const othersOf = ({ group, for_more, due_at, ...job }: JobData): Promise<void> | undefined => {
    if (due_at === undefined) return undefined;
    const at = new Date(due_at);
    const shares = sharesOf(job);
    if (shares) return deps.ringStep({ at, shares });
    return group !== undefined && for_more ? deps.wake({ group, at }) : undefined;
  };

  return async (job: string, carried?: unknown): Promise<void> => {
    if (deps.isClosing()) throw new AppError("unavailable", "These timers are being closed");
    const named = settingOf(name, job);
    if (!named) return log.warn("a job rang that belongs to no timer", { job });
    const data = JobData.parse(carried);
    const crowded = sharesOf(data) === undefined && isCrowded(data.group);
    const attended = attend({ ...named, group: data.group });
    const others = othersOf(data);
    if (crowded) return void Promise.allSettled([attended, others]);
    await Promise.all([attended, others]);
  };
}

const sharesOf = ({ for_shares, for_step }: JobData): readonly string[] | undefined =>
  for_shares ?? (for_step === undefined ? undefined : [shareOf({})]);
