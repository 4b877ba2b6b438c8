import {
  AppError,
  type Json,
  kindOf,
  type StateStore,
  type Stored,
  type Write,
} from "@todo-mesh/ports";
import type { z } from "zod";

/**
 * Reads and writes that commit together. What is read is held against its schema. What was read and is then written must not have changed
 * in between; a key written unread is simply written. A key that is only read is not checked.
 */
export interface Transaction {
  get<Value>(key: string, schema: z.ZodType<Value>): Promise<Value | undefined>;
  /** One round trip for all the keys not read before; answers in the order asked. */
  getMany<Value>(keys: readonly string[], schema: z.ZodType<Value>): Promise<(Value | undefined)[]>;
  put(key: string, value: Json, options?: { ttlSeconds?: number }): void;
  delete(key: string): void;
  /** Runs after the commit, in the order registered, and not at all without one. Must not throw. */
  afterCommit(step: () => void): void;
}

const TRIES = 8;
const PAUSE_MS = 8;

/**
 * Runs `work` and commits what it wrote in one transaction. When another writer was first, `work`
 * runs again on fresh reads: let it do nothing outside the transaction that may not happen twice.
 * After 8 lost races it gives up with `conflict`; any other failure of the store passes through.
 */
export async function atomically<Result>(
  store: StateStore,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const tx = beginTransaction(store);
    const result = await work(tx);
    const lost = await commit(store, tx.writes()).then(
      () => undefined,
      (error: unknown) => {
        if (kindOf(error) !== "conflict") throw error;
        return error;
      },
    );
    if (lost === undefined) {
      tx.committed();
      return result;
    }
    if (attempt === TRIES)
      throw new AppError("conflict", "Others kept changing this first; please try again", {
        cause: lost,
      });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS * 2 ** attempt));
  }
}

async function commit(store: StateStore, writes: readonly Write[]): Promise<void> {
  if (writes.length > 0) await store.transact(writes);
}

function parseStored<Value>(key: string, value: Json | undefined, schema: z.ZodType<Value>) {
  if (value === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError("bug", `What is stored under ${key} is not of the shape expected there`, {
    cause: result.error,
  });
}

function beginTransaction(store: StateStore) {
  const read = new Map<string, Stored | undefined>();
  const written = new Map<string, { value: Json; ttlSeconds?: number } | undefined>();
  const steps: (() => void)[] = [];

  const expectation = (key: string): Pick<Write, "expect"> => {
    if (!read.has(key)) return {};
    const stored = read.get(key);
    return { expect: stored ? { version: stored.version } : "absent" };
  };
  const valueOf = (key: string) =>
    written.has(key) ? written.get(key)?.value : read.get(key)?.value;

  const getMany = async <Value>(keys: readonly string[], schema: z.ZodType<Value>) => {
    const unread = [...new Set(keys)].filter((key) => !read.has(key) && !written.has(key));
    if (unread.length > 0) {
      const found = await store.getMany(unread);
      for (const key of unread) read.set(key, found.get(key));
    }
    return keys.map((key) => parseStored(key, valueOf(key), schema));
  };
  const writeOf = ([key, row]: [
    string,
    { value: Json; ttlSeconds?: number } | undefined,
  ]): Write[] => {
    if (row) return [{ put: key, ...row, ...expectation(key) }];
    const neverThere = read.has(key) && read.get(key) === undefined;
    return neverThere ? [] : [{ delete: key, ...expectation(key) }];
  };

  return {
    getMany,
    get: async <Value>(key: string, schema: z.ZodType<Value>) => (await getMany([key], schema))[0],
    put: (key: string, value: Json, options: { ttlSeconds?: number } = {}) =>
      void written.set(key, { value, ...options }),
    delete: (key: string) => void written.set(key, undefined),
    afterCommit: (step: () => void) => void steps.push(step),
    writes: () => [...written].flatMap(writeOf),
    committed: () => {
      for (const step of steps) step();
    },
  } satisfies Transaction & Record<string, unknown>;
}
