import { AppError } from "../errors.ts";
import type { Clock } from "../index.ts";
import { checkKeys, checkTransactionSize, checkWrites, keyWritten } from "../rules.ts";
import type { StateStore, Stored, Write } from "../state-store.ts";
import { wallClock } from "./clock.ts";
import { throughJson } from "./json.ts";
import { reachable } from "./reach.ts";

interface Row extends Stored {
  /** In milliseconds; Infinity for what stays. */
  readonly expiresAt: number;
}

/** A state store in memory. `rows()` shows what it holds; `setAway` makes every call fail as a lost store does. */
export function inMemoryStateStore(clock: Clock = wallClock) {
  const { reach, setAway } = reachable("state store");
  const table = rowsBy(clock);

  const getMany = async (keys: readonly string[]): Promise<Map<string, Stored>> => {
    reach();
    checkKeys(keys);
    return new Map(
      keys.flatMap((key) => {
        const row = table.live(key);
        return row ? [[key, { value: throughJson(row.value), version: row.version }]] : [];
      }),
    );
  };

  return {
    getMany,
    get: async (key: string) => (await getMany([key])).get(key),
    transact: async (batch: readonly Write[]) => {
      reach();
      checkWrites(batch);
      checkTransactionSize(JSON.stringify(batch));
      if (batch.some(table.lostRace)) throw new AppError("conflict", "Another writer was first");
      batch.forEach(table.apply);
    },
    rows: table.all,
    setAway,
  } satisfies StateStore & Record<string, unknown>;
}

function rowsBy(clock: Clock) {
  const rows = new Map<string, Row>();
  let writes = 0;

  const live = (key: string): Row | undefined => {
    const row = rows.get(key);
    return row !== undefined && row.expiresAt > clock.now().getTime() ? row : undefined;
  };
  return {
    live,
    all: (): ReadonlyMap<string, Stored & { readonly expiresAt: number }> =>
      new Map([...rows].filter(([key]) => live(key))),
    lostRace: (write: Write): boolean => {
      if (write.expect === undefined) return false;
      const row = live(keyWritten(write));
      return write.expect === "absent" ? row !== undefined : row?.version !== write.expect.version;
    },
    apply: (write: Write): void => {
      if ("delete" in write) return void rows.delete(write.delete);
      writes += 1;
      const ttlMs = write.ttlSeconds === undefined ? Infinity : write.ttlSeconds * 1_000;
      rows.set(write.put, {
        value: throughJson(write.value),
        version: String(writes),
        expiresAt: clock.now().getTime() + ttlMs,
      });
    },
  };
}
