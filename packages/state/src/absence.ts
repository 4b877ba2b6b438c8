import type { StateStore, Stored } from "@todo-mesh/ports";

const AT_ONCE = 32;

/**
 * Those of the keys that are there after all. A store that falters in the midst of a `getMany` may leave
 * keys out that exist, and whoever believed it would tell a person that their task is gone, or take a
 * timer for fired. A single `get` is certain.
 */
export async function foundSingly(
  store: StateStore,
  keys: readonly string[],
): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  const waiting = [...keys];
  const askOneByOne = async (): Promise<void> => {
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      const stored = await store.get(key);
      if (stored) found.set(key, stored);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, keys.length) }, askOneByOne));
  return found;
}
