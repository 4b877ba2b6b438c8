import { AppError } from "../errors.ts";
import type { Clock } from "../index.ts";
import { checkKeys, checkTransactionSize, checkWrites, keyWritten } from "../rules.ts";
import type { StateStore, Stored, Write } from "../state-store.ts";
import { wallClock } from "./clock.ts";
import { fromText, textOf } from "./json.ts";
import { reachable } from "./reach.ts";

interface Row extends Pick<Stored, "version"> {
  /** Read anew by each who asks: nobody can change what is stored. */
  readonly text: string;
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
        return row ? [[key, storedIn(row)]] : [];
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

const storedIn = ({ text, version }: Row): Stored => ({ value: fromText(text), version });

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
      new Map(
        [...rows.keys()].flatMap((key) => {
          const row = live(key);
          return row ? [[key, { ...storedIn(row), expiresAt: row.expiresAt }]] : [];
        }),
      ),
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
        text: textOf(write.value),
        version: String(writes),
        expiresAt: clock.now().getTime() + ttlMs,
      });
    },
  };
}
