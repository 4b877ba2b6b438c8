import type { Logger } from "@todo-mesh/kit";
import type { JobScheduler } from "@todo-mesh/ports";

const FAR_AWAY = new Date("2100-01-01T00:00:00Z");

/**
 * A job that stands in the scheduler only to be missed: when it is gone, so is everything else that was there.
 * It goes back once all is scheduled again, so a rearming that broke off is begun anew.
 */
export function sentinelOf(deps: {
  readonly name: string;
  readonly jobs: JobScheduler;
  readonly log: Logger;
  readonly rearm: () => Promise<void>;
}) {
  const job = `${deps.name}.sentinel`;
  return async (): Promise<void> => {
    if (await deps.jobs.has(job)) return;
    deps.log.info("the scheduler knows nothing of these timers; scheduling their jobs", { job });
    await deps.rearm();
    await deps.jobs.schedule({ name: job, at: FAR_AWAY, data: {} });
  };
}
