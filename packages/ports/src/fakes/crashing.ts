import { AppError, type Job, type JobScheduler, type StateStore } from "@todo-mesh/ports";

export const FATES = ["dies before commit", "dies after commit", "answer lost"] as const;
export type Fate = (typeof FATES)[number];

/** What one process sees of the world: a commit to come may meet a fate, and once it is dead nothing it does arrives. */
export function frail(world: { readonly store: StateStore; readonly jobs: JobScheduler }) {
  let fated: { fate: Fate; commitsLeft: number } | undefined;
  let dead = false;
  let faltering = false;
  let reads = 0;

  const unlessDead =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (dead) throw new AppError("unavailable", "This process is dead");
      return call(...args);
    };
  const meet = (fate: Fate | undefined): void => {
    if (!fate) return;
    fated = undefined;
    dead ||= fate !== "answer lost";
    throw new AppError("unavailable", fate);
  };
  const getMany: StateStore["getMany"] = async (keys) => {
    const found = [...(await world.store.getMany(keys))];
    reads += 1;
    return new Map(faltering && reads % 2 ? found.slice(Math.ceil(found.length / 2)) : found);
  };
  const transact: StateStore["transact"] = async (writes) => {
    const isTime = fated?.commitsLeft === 0;
    const fate = isTime ? fated?.fate : undefined;
    if (fated) fated.commitsLeft -= 1;
    if (fate === "dies before commit") meet(fate);
    await world.store.transact(writes);
    meet(fate);
  };
  return {
    store: {
      get: unlessDead((key: string) => world.store.get(key)),
      getMany: unlessDead(getMany),
      transact: unlessDead(transact),
    },
    jobs: {
      has: unlessDead((name: string) => world.jobs.has(name)),
      schedule: unlessDead((job: Job) => world.jobs.schedule(job)),
    },
    /** Every second answer breaks off in its midst, and leaves out what exists. */
    falter: (now: boolean): void => void (faltering = now),
    isDead: () => dead,
    doom: (fate: Fate, { afterCommits = 0 } = {}): void => {
      fated = { fate, commitsLeft: afterCommits };
    },
  };
}
