import { createBatcher } from "@todo-mesh/kit";
import type { StateStore, Stored } from "@todo-mesh/ports";

type Found = ReadonlyMap<string, Stored>;

/** So many keys are a small read. */
const FEW = 4;

/**
 * The same store, whose small reads are gathered while others run: a hundred people asked about at once are a
 * few calls and not a hundred. A read that fails, fails alone. A large one goes alone, and nobody waits for it.
 */
export function gatheredReads(store: StateStore): StateStore {
  const getMany = createBatcher<readonly string[], Found>((asked) => readAll(store, asked), {
    max: 32,
    waitMs: 0,
    atOnce: 4,
  });
  return {
    getMany: (keys) => (keys.length > FEW ? store.getMany(keys) : getMany(keys)),
    get: (key) => store.get(key),
    transact: (writes) => store.transact(writes),
  };
}

async function readAll(store: StateStore, asked: readonly (readonly string[])[]): Promise<Found[]> {
  const found = await store.getMany([...new Set(asked.flat())]);
  return asked.map((keys) => {
    const own = keys.map((key) => [key, found.get(key)] as const);
    return new Map(own.filter((entry): entry is [string, Stored] => entry[1] !== undefined));
  });
}
