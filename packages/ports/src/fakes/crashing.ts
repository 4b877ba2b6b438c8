import {
  AppError,
  type EventPublisher,
  type Job,
  type JobScheduler,
  type StateStore,
} from "../index.ts";

interface Ports {
  readonly store: StateStore;
  readonly publisher: EventPublisher;
  readonly jobs: JobScheduler;
}

/** How a process can end at a commit, or what else may become of its answer. */
export const CRASHES = ["dies before commit", "dies after commit", "answer lost"] as const;
export type Crash = (typeof CRASHES)[number];

/** A process that ends when it is planned to; once it is dead nothing it does arrives. */
function aProcess() {
  let planned: { readonly crash: Crash; commitsLeft: number } | undefined;
  let dead = false;
  const meet = (crash: Crash | undefined): void => {
    if (!crash) return;
    planned = undefined;
    dead ||= crash !== "answer lost";
    throw new AppError("unavailable", crash);
  };
  return {
    isDead: () => dead,
    /** The commit after so many meets this. */
    crash: (crash: Crash, { afterCommits = 0 } = {}): void => {
      planned = { crash, commitsLeft: afterCommits };
    },
    unlessDead:
      <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        if (dead) throw new AppError("unavailable", "This process is dead");
        return call(...args);
      },
    commit: async (write: () => Promise<void>): Promise<void> => {
      const crash = planned?.commitsLeft === 0 ? planned.crash : undefined;
      if (planned) planned.commitsLeft -= 1;
      if (crash === "dies before commit") meet(crash);
      await write();
      meet(crash);
    },
  };
}

/** What one process sees of the world: a commit to come may meet its end, and answers may break off in their midst. */
export function crashingPorts({ store, publisher, jobs }: Ports) {
  const { unlessDead, commit, ...process } = aProcess();
  let faltering = false;
  let reads = 0;
  const getMany: StateStore["getMany"] = async (keys) => {
    const found = [...(await store.getMany(keys))];
    reads += 1;
    return new Map(faltering && reads % 2 ? found.slice(Math.ceil(found.length / 2)) : found);
  };
  const transact: StateStore["transact"] = (writes) => commit(() => store.transact(writes));
  const publish: EventPublisher["publish"] = (events) => publisher.publish(events);
  return {
    ...process,
    store: {
      get: unlessDead((key: string) => store.get(key)),
      getMany: unlessDead(getMany),
      transact: unlessDead(transact),
    } satisfies StateStore,
    publisher: { publish: unlessDead(publish) } satisfies EventPublisher,
    jobs: {
      has: unlessDead((name: string) => jobs.has(name)),
      schedule: unlessDead((job: Job) => jobs.schedule(job)),
    } satisfies JobScheduler,
    /** Every second answer leaves out what exists. */
    falter: (now: boolean): void => void (faltering = now),
  };
}
