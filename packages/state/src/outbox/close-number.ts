import { kindOf, type StateStore, type Write } from "@todo-mesh/ports";
import { parseStored, readerOf } from "../reader.ts";
import type { Outcome } from "../transaction.ts";
import { CLOSED_SECONDS, type OutboxDeps, Row, rowKey } from "./rows.ts";

const closing = (key: string): Write => ({
  put: key,
  value: { closed: true },
  expect: "absent",
  ttlSeconds: CLOSED_SECONDS,
});

async function tryClose(store: StateStore, keys: readonly string[]): Promise<boolean> {
  try {
    if (keys.length > 0) await store.transact(keys.map(closing));
    return true;
  } catch (error) {
    if (kindOf(error) === "conflict") return false;
    throw error;
  }
}

/**
 * Settles a number whose transaction ended unknown: from here on it either holds its row, or never
 * will, for a row is only written where nothing is.
 */
export async function settleNumber(store: StateStore, writer: string, n: number): Promise<Outcome> {
  const key = rowKey(writer, n);
  if (await tryClose(store, [key])) return "abandoned";
  const row = await readerOf(store).get(key, Row);
  return row !== undefined && "events" in row ? "committed" : "abandoned";
}

/** Settles every number a writer can ever have used above its low-water mark; answers what there is to publish, in order. */
export async function settleWindow({ store, window }: OutboxDeps, writer: string, low: number) {
  const numbers = Array.from({ length: window }, (_, at) => low + at);
  const keys = numbers.map((n) => rowKey(writer, n));
  for (;;) {
    // A key that the store left out is proven to be free by the write below, not by asking for it alone.
    const found = await store.getMany(keys);
    const rows = keys.map((key) => parseStored(key, found.get(key)?.value, Row));
    const missing = keys.filter((_key, at) => rows[at] === undefined);
    if (missing.length === 0)
      return rows.flatMap((row, at) =>
        row !== undefined && "events" in row
          ? [{ key: keys[at] ?? "", events: row.events, bytes: JSON.stringify(row).length }]
          : [],
      );
    await tryClose(store, missing);
  }
}
