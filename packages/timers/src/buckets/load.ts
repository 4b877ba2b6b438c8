import { AppError, type StateStore } from "@todo-mesh/ports";
import type { z } from "zod";

/**
 * Those of the keys that were found, each with its value, in one call. A store that falters may leave out what
 * exists: only for what is looked at again later, or where nothing rests on an absence.
 */
export async function load<Key extends { readonly key: string }, Value>(
  store: StateStore,
  keys: readonly Key[],
  schema: z.ZodType<Value>,
): Promise<(Key & { value: Value })[]> {
  if (keys.length === 0) return [];
  const found = await store.getMany([...new Set(keys.map(({ key }) => key))]);
  return keys.flatMap((key) => {
    const stored = found.get(key.key);
    if (stored === undefined) return [];
    const { data, error } = schema.safeParse(stored.value);
    if (error) throw new AppError("bug", `What is stored under ${key.key} is not of its shape`);
    return [{ ...key, value: data }];
  });
}
