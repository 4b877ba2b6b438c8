import type { Json, StateStore, Stored, Write } from "@todo-mesh/ports";
import type { z } from "zod";
import { parseStored, type Reader } from "./reader.ts";

/** How a transaction ended. `unknown`: the store's answer was lost, so its writes may be there, may yet come, or never. */
export type Outcome = "committed" | "abandoned" | "unknown";

interface PutOptions {
  /** Whole seconds after which the key is gone. */
  readonly ttlSeconds?: number | undefined;
  /** The key must not exist yet; nothing need be read to know it. */
  readonly mustBeNew?: boolean | undefined;
}

/**
 * Reads and writes that commit together. What is read is held against its schema. What was read and is then written must not have changed
 * in between; a key written unread is simply written. A key that is only read is not checked.
 */
export interface Transaction extends Reader {
  put(key: string, value: Json, options?: PutOptions): void;
  delete(key: string): void;
  /** Runs when `work` is done, just before the writes leave; it may still put and delete. A throw abandons the transaction. */
  beforeCommit(step: () => void): void;
  /** Runs once when this try has ended, in the order registered; a try that lost its race ends `abandoned`. Must not throw. */
  atEnd(step: (outcome: Outcome) => void): void;
}

interface Row extends PutOptions {
  readonly value: Json;
}

/** One try: a transaction to work with, its writes, and the word on how it ended. */
export function beginTransaction(store: StateStore) {
  const read = new Map<string, Stored | undefined>();
  const written = new Map<string, Row | undefined>();
  const last: (() => void)[] = [];
  const ends: ((outcome: Outcome) => void)[] = [];
  let ended: Outcome | undefined;

  const valueOf = (key: string) =>
    written.has(key) ? written.get(key)?.value : read.get(key)?.value;
  const getMany = async <Value>(keys: readonly string[], schema: z.ZodType<Value>) => {
    const unread = [...new Set(keys)].filter((key) => !read.has(key) && !written.has(key));
    if (unread.length > 0) {
      const found = await store.getMany(unread);
      for (const key of unread) if (!read.has(key)) read.set(key, found.get(key));
    }
    return keys.map((key) => parseStored(key, valueOf(key), schema));
  };

  const tx: Transaction = {
    getMany,
    get: async (key, schema) => (await getMany([key], schema))[0],
    put: (key, value, options) => void written.set(key, { value, ...options }),
    delete: (key) => void written.set(key, undefined),
    beforeCommit: (step) => void last.push(step),
    // Work that was not waited for may still be under way: what it begins must end as well.
    atEnd: (step) => void (ended === undefined ? ends.push(step) : step(ended)),
  };
  return {
    tx,
    writes: (): Write[] => {
      for (const step of last.splice(0)) step();
      return [...written].flatMap(([key, row]) => writeOf(key, row, read));
    },
    /** Keys that were read as absent, and that no write of this transaction expects to be absent. */
    unproven: (): string[] =>
      [...read].flatMap(([key, stored]) =>
        stored === undefined && written.get(key) === undefined ? [key] : [],
      ),
    end: (outcome: Outcome): void => {
      ended = outcome;
      for (const step of ends.splice(0)) step(outcome);
    },
  };
}

function writeOf(
  key: string,
  row: Row | undefined,
  read: ReadonlyMap<string, Stored | undefined>,
): Write[] {
  const stored = read.get(key);
  const expect = expectation(row, read.has(key), stored);
  if (row) return [{ put: key, value: row.value, ttlSeconds: row.ttlSeconds, ...expect }];
  const neverThere = read.has(key) && stored === undefined;
  return neverThere ? [] : [{ delete: key, ...expect }];
}

function expectation(
  row: Row | undefined,
  wasRead: boolean,
  stored: Stored | undefined,
): Pick<Write, "expect"> {
  if (stored) return { expect: { version: stored.version } };
  return wasRead || row?.mustBeNew === true ? { expect: "absent" } : {};
}
