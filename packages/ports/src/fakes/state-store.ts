import { AppError } from "../errors.ts";
import type { Clock } from "../index.ts";
import type { StateStore, Stored, Write } from "../state-store.ts";

interface Row extends Stored {
  readonly expiresAt: number;
}

const systemClock: Clock = { now: () => new Date() };

/** A state store in memory. `rows()` shows what it holds; `setAway` makes every call fail as a lost store does. */
export function inMemoryStateStore(clock: Clock = systemClock) {
  const rows = new Map<string, Row>();
  let writes = 0;

  const live = (key: string): Row | undefined => {
    const row = rows.get(key);
    return row !== undefined && row.expiresAt > clock.now().getTime() ? row : undefined;
  };
  const keyOf = (write: Write): string => ("put" in write ? write.put : write.delete);
  const lostRace = (write: Write): boolean => {
    const { expect } = write;
    if (expect === undefined) return false;
    const row = live(keyOf(write));
    return expect === "absent" ? row !== undefined : row?.version !== expect.version;
  };
  const apply = (write: Write): void => {
    if ("delete" in write) return void rows.delete(write.delete);
    writes += 1;
    const ttlMs = write.ttlSeconds === undefined ? Infinity : write.ttlSeconds * 1_000;
    rows.set(write.put, {
      value: structuredClone(write.value),
      version: String(writes),
      expiresAt: clock.now().getTime() + ttlMs,
    });
  };
  const checkKey = (key: string): void => {
    if (key.length === 0 || key.length > 1_000 || key.includes("||"))
      throw new AppError("invalid", "A state key has 1 to 1000 characters and no ||");
  };

  let away = false;
  const reach = (keys: readonly string[]): void => {
    if (away) throw new AppError("unavailable", "The state store did not answer");
    keys.forEach(checkKey);
    if (new Set(keys).size < keys.length) throw new AppError("invalid", "A key is named twice");
  };
  const getMany = async (keys: readonly string[]): Promise<Map<string, Stored>> => {
    reach(keys);
    const found = new Map<string, Stored>();
    for (const key of keys) {
      const row = live(key);
      if (row) found.set(key, { value: structuredClone(row.value), version: row.version });
    }
    return found;
  };

  return {
    getMany,
    get: async (key: string) => (await getMany([key])).get(key),
    transact: async (batch: readonly Write[]) => {
      reach(batch.map(keyOf));
      if (batch.some(lostRace)) throw new AppError("conflict", "Another writer was first");
      batch.forEach(apply);
    },
    rows: (): ReadonlyMap<string, Stored> => new Map([...rows].filter(([key]) => live(key))),
    setAway: (now: boolean): void => void (away = now),
  } satisfies StateStore & Record<string, unknown>;
}
