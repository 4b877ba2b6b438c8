import {
  AppError,
  type EventPublisher,
  type JobScheduler,
  type StateStore,
  type Write,
} from "@todo-mesh/ports";
import type { Dice } from "./dice.ts";
import { later, pass } from "./virtual-time.ts";
import type { Fault, Weather } from "./weather.ts";

interface Ports {
  readonly store: StateStore;
  readonly publisher: EventPublisher;
  readonly jobs: JobScheduler;
}

const DYING_MS = 8_000;

// A process that is alive prolongs its leases each second: a death at such a commit harms nobody.
const isOfItself = (writes: readonly Write[]): boolean =>
  writes.every((write) => "put" in write && /^(lease:.*|outbox:[^:]+)$/.test(write.put));

const never = (): Promise<never> => new Promise(() => undefined);

/** What one process sees of the world through this weather. Once it is dead nothing it does arrives or is answered. */
export function reachThrough({ store, publisher, jobs }: Ports, weather: Weather, dice: Dice) {
  let dead = false;
  let doomed: "before" | "after" | undefined;
  const meet = (when: typeof doomed): void => {
    if (doomed === when) dead = true;
  };
  const call = async <Result>(away: Fault, work: () => Promise<Result>): Promise<Result> => {
    if (dead) return never();
    await pass(dice.between(0, 3));
    if (dead) return never();
    if (weather.is(away)) {
      await pass(dice.of([5, 50, 2_000]));
      throw new AppError("unavailable", away);
    }
    const result = await work();
    if (dead) return never();
    return result;
  };
  const loseAnswer = (): void => {
    if (weather.is("the store's answers are lost") && dice.isIn(30))
      throw new AppError("unavailable", "the answer was lost");
  };
  return {
    store: {
      get: (key: string) => call("the store is away", () => store.get(key)),
      getMany: async (keys: readonly string[]) => {
        const found = await call("the store is away", () => store.getMany(keys));
        if (!weather.is("the store leaves out what it has")) return found;
        return new Map([...found].filter(() => dice.isIn(70)));
      },
      transact: async (writes) => {
        if (isOfItself(writes)) return call("the store is away", () => store.transact(writes));
        meet("before");
        await call("the store is away", async () => {
          await store.transact(writes);
          meet("after");
        });
        loseAnswer();
      },
    } satisfies StateStore,
    publisher: {
      publish: (events) => call("the broker is away", () => publisher.publish(events)),
    } satisfies EventPublisher,
    jobs: {
      has: (name: string) => call("the scheduler is away", () => jobs.has(name)),
      schedule: (job) => call("the scheduler is away", () => jobs.schedule(job)),
    } satisfies JobScheduler,
    isDead: (): boolean => dead,
    /** Ends at its next commit that is not of itself alone, before or after it; or soon, if it makes none. */
    die: (): void => {
      doomed = dice.of(["before", "after"]);
      later(DYING_MS, () => (dead = true));
    },
  };
}
