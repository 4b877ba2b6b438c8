import { AsyncLocalStorage } from "node:async_hooks";
import { AppError, kindOf } from "@todo-mesh/ports";

interface Waiting<In, Out> {
  readonly entry: In;
  readonly since: number;
  /** Runs a function in the caller's own context, so that its trace goes along. */
  readonly within: <Result>(fn: () => Result) => Result;
  readonly settle: PromiseWithResolvers<Out>;
}

/**
 * Gathers single calls into batches of up to `max`. A call waits at most `waitMs` for company; at most
 * `atOnce` batches run at a time, and while they do, the next gathers. `work` answers in the order of
 * its entries. What keeps a batch from being done is narrowed down by halves until it fails alone, so that the
 * others are done together still; only what is `unavailable` fails for all of them at once, for nobody knows
 * whether it happened. `work` must be safe to repeat.
 */
export function createBatcher<In, Out>(
  work: (entries: readonly In[]) => Promise<readonly Out[]>,
  options: { max: number; waitMs: number; atOnce?: number },
): (entry: In) => Promise<Out> {
  const { max, waitMs, atOnce = 1 } = options;
  const waiting: Waiting<In, Out>[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | undefined;

  const startNext = (): void => {
    clearTimeout(timer);
    const oldest = waiting[0];
    if (oldest === undefined || running >= atOnce) return;
    const leftMs = waiting.length >= max ? 0 : oldest.since + waitMs - performance.now();
    if (leftMs > 0) {
      timer = setTimeout(startNext, leftMs);
    } else {
      void run(waiting.splice(0, max));
      startNext();
    }
  };
  const run = async (batch: readonly Waiting<In, Out>[]): Promise<void> => {
    running += 1;
    await settleAll(work, batch);
    running -= 1;
    startNext();
  };

  return (entry) => {
    const settle = Promise.withResolvers<Out>();
    const within = AsyncLocalStorage.snapshot();
    waiting.push({ entry, since: performance.now(), within, settle });
    startNext();
    return settle.promise;
  };
}

type Work<In, Out> = (entries: readonly In[]) => Promise<readonly Out[]>;

async function settleAll<In, Out>(
  work: Work<In, Out>,
  batch: readonly Waiting<In, Out>[],
): Promise<void> {
  try {
    const results = await attempt(work, batch);
    results.forEach((result, index) => batch[index]?.settle.resolve(result));
  } catch (error) {
    if (batch.length === 1 || kindOf(error) === "unavailable")
      for (const { settle } of batch) settle.reject(error);
    else {
      // One half after the other: callers may count on their order.
      const half = Math.ceil(batch.length / 2);
      await settleAll(work, batch.slice(0, half));
      await settleAll(work, batch.slice(half));
    }
  }
}

async function attempt<In, Out>(
  work: Work<In, Out>,
  batch: readonly Waiting<In, Out>[],
): Promise<readonly Out[]> {
  const within = batch[0]?.within ?? ((fn) => fn());
  const results = await within(async () => work(batch.map(({ entry }) => entry)));
  if (results.length !== batch.length)
    throw new AppError(
      "bug",
      `A batch of ${batch.length} came back with ${results.length} results`,
    );
  return results;
}
