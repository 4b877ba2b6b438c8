import { AppError, type StateStore, type Stored } from "@todo-mesh/ports";
import type { z } from "zod";
import { foundSingly } from "./absence.ts";

/** Reads what is stored and holds it against a schema: what does not fit is a `bug`. What it calls absent is absent. */
export interface Reader {
  get<Value>(key: string, schema: z.ZodType<Value>): Promise<Value | undefined>;
  /** One round trip for all the keys not read before; answers in the order asked. */
  getMany<Value>(keys: readonly string[], schema: z.ZodType<Value>): Promise<(Value | undefined)[]>;
}

/** Where to read: inside a transaction, or straight from the store. */
export type Source = Reader | StateStore;

/** Reads straight from a store, or through the transaction given. */
export function readerOf(source: Source): Reader {
  if (!("transact" in source)) return source;
  const getMany = async <Value>(keys: readonly string[], schema: z.ZodType<Value>) => {
    const found = await readAll(source, [...new Set(keys)]);
    return keys.map((key) => parseStored(key, found.get(key)?.value, schema));
  };
  return { getMany, get: async (key, schema) => (await getMany([key], schema))[0] };
}

async function readAll(store: StateStore, keys: readonly string[]): Promise<Map<string, Stored>> {
  if (keys.length === 0) return new Map();
  const found = await store.getMany(keys);
  const missing = keys.filter((key) => !found.has(key));
  return new Map([...found, ...(await foundSingly(store, missing))]);
}

export function parseStored<Value>(
  key: string,
  value: unknown,
  schema: z.ZodType<Value>,
): Value | undefined {
  if (value === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError("bug", `What is stored under ${key} is not of the shape expected there`, {
    cause: result.error,
  });
}
