import type { StateStore, Write } from "@todo-mesh/ports";

/** Counts what is asked of a store. */
export function counting(store: StateStore) {
  const calls = { get: 0, getMany: 0, transact: 0 };
  return {
    calls,
    total: () => calls.get + calls.getMany + calls.transact,
    get: async (key: string) => {
      calls.get += 1;
      return store.get(key);
    },
    getMany: async (keys: readonly string[]) => {
      calls.getMany += 1;
      return store.getMany(keys);
    },
    transact: async (writes: readonly Write[]) => {
      calls.transact += 1;
      return store.transact(writes);
    },
  };
}

/** Holds back transactions, as a paused process does, until told to go on. */
export function pausable(store: StateStore) {
  let paused: PromiseWithResolvers<void> | undefined;
  let reached = Promise.withResolvers<void>();
  return {
    ...store,
    transact: async (writes: readonly Write[]) => {
      reached.resolve();
      await paused?.promise;
      return store.transact(writes);
    },
    pause: (): { atCommit: Promise<void> } => {
      paused = Promise.withResolvers<void>();
      reached = Promise.withResolvers<void>();
      return { atCommit: reached.promise };
    },
    resume: (): void => {
      paused?.resolve();
      paused = undefined;
    },
  };
}
