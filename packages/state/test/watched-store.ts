import type { Clock, StateStore, Write } from "@todo-mesh/ports";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";

/** What a test may do to a transaction on its way: nothing, something before it, or fail it. */
type OnTheWay = (commit: () => Promise<void>, writes: readonly Write[]) => Promise<void>;

/** A store in memory that counts what is asked of it, and whose next transactions a test can meddle with. */
export function watchedStore(clock?: Clock) {
  const inner = inMemoryStateStore(clock);
  const meddlers: OnTheWay[] = [];
  const counts = { reads: 0, keysRead: 0, transactions: 0, keysWritten: 0 };

  const store: StateStore = {
    get: async (key) => (await store.getMany([key])).get(key),
    getMany: async (keys) => {
      counts.reads += 1;
      counts.keysRead += keys.length;
      return inner.getMany(keys);
    },
    transact: async (writes) => {
      counts.transactions += 1;
      counts.keysWritten += writes.length;
      const meddle = meddlers.shift();
      const commit = () => inner.transact(writes);
      await (meddle ? meddle(commit, writes) : commit());
    },
  };
  return {
    ...store,
    /** The same store as another process sees it: neither counted nor meddled with. */
    elsewhere: inner,
    rows: inner.rows,
    setAway: inner.setAway,
    counts,
    /** The next transaction (or the next few) goes through this first. */
    meddle: (...steps: OnTheWay[]): void => void meddlers.push(...steps),
    /** The next transaction arrives only when told to; whoever sent it is answered then, or with `refusal` at once. */
    holdNext: (refusal?: Error) => {
      const told = Promise.withResolvers<void>();
      const committed = Promise.withResolvers<void>();
      meddlers.push(async (commit) => {
        committed.resolve(told.promise.then(commit));
        if (refusal) throw refusal;
        await committed.promise;
      });
      return {
        arrive: (): Promise<void> => {
          told.resolve();
          return committed.promise;
        },
      };
    },
    /** What was asked of the store while `work` ran. */
    costOf: async (work: () => Promise<unknown>) => {
      const before = { ...counts };
      await work();
      return {
        reads: counts.reads - before.reads,
        keysRead: counts.keysRead - before.keysRead,
        transactions: counts.transactions - before.transactions,
        keysWritten: counts.keysWritten - before.keysWritten,
      };
    },
  };
}
