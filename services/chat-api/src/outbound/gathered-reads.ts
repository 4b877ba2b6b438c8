import { together } from "@todo-mesh/kit";
import type { StateStore, Stored } from "@todo-mesh/ports";

type Found = ReadonlyMap<string, Stored>;

/**
 * The same store, whose reads are gathered while others run: a hundred people asked about at once are a
 * few calls and not a hundred. A read that fails, fails alone.
 */
export function gatheredReads(store: StateStore): StateStore {
  const getMany = together<readonly string[], Found>((asked) => readAll(store, asked), {
    max: 32,
    waitMs: 0,
    atOnce: 4,
  });
  return {
    getMany,
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
