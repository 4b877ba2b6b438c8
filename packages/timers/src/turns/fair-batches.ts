import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "@todo-mesh/ports";
import { FairQueue, type Group, type Grouped } from "./fair-queue.ts";

interface Waiting<In, Out> extends Grouped {
  readonly entry: In;
  readonly since: number;
  /** Runs a function in the caller's own context, so that its trace goes along. */
  readonly within: <Result>(fn: () => Result) => Result;
  readonly settle: PromiseWithResolvers<Out>;
}

type Work<In, Out> = (entries: readonly In[]) => Promise<readonly Out[]>;

interface Options {
  readonly max: number;
  readonly waitMs: number;
  readonly atOnce: number;
  /** How many of a group may be under way at a time. */
  readonly shareOf: (group: Group) => number;
  /** How many may wait, of all groups; as many as come, unless said. */
  readonly room?: number;
}

/**
 * Gathers single calls into batches of up to `max`, composed in turns between groups. A call that may go waits at most
 * `waitMs` for company; at most `atOnce` batches run at a time. `work` answers in the order of its entries, those of a
 * group side by side; what it throws all of the batch get. Where there is no room for all that wait, those at the end of
 * the longest lines are refused as `unavailable`.
 */
export function createFairBatches<In extends Grouped, Out>(work: Work<In, Out>, options: Options) {
  const { max, waitMs, atOnce, shareOf, room = Infinity } = options;
  const queue = new FairQueue<Waiting<In, Out>>(shareOf);
  let running = 0;
  let timer: NodeJS.Timeout | undefined;

  const startNext = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (running >= atOnce) return;
    const { count, first } = queue.ready(max);
    if (count === 0) return;
    const leftMs = count >= max ? 0 : oldestOf(first) + waitMs - performance.now();
    if (leftMs > 0) timer = setTimeout(startNext, leftMs);
    else {
      void run(queue.take(max));
      startNext();
    }
  };
  const run = async (batch: readonly Waiting<In, Out>[]): Promise<void> => {
    running += 1;
    await settleAll(work, batch);
    running -= 1;
    queue.back(batch);
    startNext();
  };

  return {
    add: (entry: In): Promise<Out> => {
      const waiting = waitingFor<In, Out>(entry);
      queue.add(waiting);
      // What is asked for in one breath goes together, however long the breath.
      if (timer === undefined || queue.ready(max).count >= max) startNext();
      if (queue.waiting > room) queue.dropLast()?.settle.reject(noRoom());
      return waiting.settle.promise;
    },
    /** Refuses all that wait; what is under way goes on. */
    clear: (reason: unknown): void => {
      for (const { settle } of queue.clear()) settle.reject(reason);
    },
  };
}

const noRoom = () => new AppError("unavailable", "Too many wait already");

const waitingFor = <In extends Grouped, Out>(entry: In): Waiting<In, Out> => ({
  group: entry.group,
  entry,
  since: performance.now(),
  within: AsyncLocalStorage.snapshot(),
  settle: Promise.withResolvers<Out>(),
});

const oldestOf = (waiting: readonly { readonly since: number }[]): number =>
  Math.min(...waiting.map(({ since }) => since));

async function settleAll<In, Out>(
  work: Work<In, Out>,
  batch: readonly Waiting<In, Out>[],
): Promise<void> {
  // A batch that fails is halved: side by side, the troubles of one group stay away from the others.
  const sorted = [...Map.groupBy(batch, ({ group }) => group).values()].flat();
  const within = sorted[0]?.within ?? ((fn) => fn());
  try {
    const results = await within(async () => work(sorted.map(({ entry }) => entry)));
    results.forEach((result, at) => sorted[at]?.settle.resolve(result));
  } catch (error) {
    for (const { settle } of sorted) settle.reject(error);
  }
}
