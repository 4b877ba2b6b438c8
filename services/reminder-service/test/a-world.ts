import { type Standing, StandingRequest, type Task } from "@todo-mesh/contracts";
import { quietLogger } from "@todo-mesh/kit/testing";
import {
  AppError,
  type EventPublisher,
  type JobScheduler,
  type StateStore,
} from "@todo-mesh/ports";
import {
  countingIds,
  inMemoryInvoker,
  inMemoryJobs,
  inMemoryPublisher,
  inMemoryStateStore,
  settableClock,
} from "@todo-mesh/ports/testing";
import { at } from "./a-task.ts";

/** What outlives a process, in memory, at 08:00 UTC. chat-api says that nothing has happened to any task. */
export function aWorld() {
  const clock = settableClock(at("08:00"));
  const invoker = inMemoryInvoker();
  chatApiSays(invoker, () => ({ standing: "same" }));
  return {
    clock,
    invoker,
    store: inMemoryStateStore(clock),
    publisher: inMemoryPublisher(),
    jobs: inMemoryJobs(clock),
    log: quietLogger(),
    ids: countingIds(),
  };
}
export type World = ReturnType<typeof aWorld>;

/** chat-api answers this of each task it is asked about. */
export function chatApiSays(
  invoker: World["invoker"],
  say: (asked: StandingRequest["tasks"][number]) => Standing,
): void {
  invoker.on("chat-api", "tasks/standing", ({ body }) => {
    const { tasks } = StandingRequest.parse(body);
    return { tasks: tasks.map(say) };
  });
}

/** chat-api knows of no other task than these, as they are now. */
export const chatApiKnows = (invoker: World["invoker"], ...tasks: readonly Task[]): void =>
  chatApiSays(invoker, ({ task_id, version }) => {
    const task = tasks.find(({ id }) => id === task_id);
    if (!task) return { standing: "gone" };
    return task.version > version ? { standing: "changed", task } : { standing: "same" };
  });

/** Where a process is killed: at its `nth` transaction, before it is written or right after. */
export interface Death {
  readonly nth: number;
  readonly when: "before" | "after";
}

/** The world as a process sees it that will be killed: from then on it reaches nothing. */
export function mortal(world: World, death: Death) {
  const life = { transactions: 0, dead: false };
  const reach = (): void => {
    if (life.dead) throw new AppError("unavailable", "This process is dead");
  };
  const { store, publisher, jobs } = world;
  return {
    ...world,
    isDead: () => life.dead,
    store: {
      get: async (key) => (reach(), store.get(key)),
      getMany: async (keys) => (reach(), store.getMany(keys)),
      transact: async (writes) => {
        reach();
        life.transactions += 1;
        life.dead = life.transactions === death.nth;
        if (!life.dead || death.when === "after") await store.transact(writes);
        reach();
      },
    } satisfies StateStore,
    publisher: {
      publish: async (events) => (reach(), publisher.publish(events)),
    } satisfies EventPublisher,
    jobs: {
      schedule: async (job) => (reach(), jobs.schedule(job)),
      has: async (name) => (reach(), jobs.has(name)),
    } satisfies JobScheduler,
  };
}
