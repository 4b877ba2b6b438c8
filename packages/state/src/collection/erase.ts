import type { Transaction } from "../transaction.ts";
import { chunkKey, Head, headKey, newRev } from "./shape.ts";

const CHUNKS_AT_ONCE = 100;

/** Deletes the first chunks that are left, and with the last of them the head: true once nothing is stored. */
export async function eraseSome(
  tx: Transaction,
  what: { readonly name: string; readonly owner: string; readonly onlyIfEmpty: boolean },
): Promise<boolean> {
  const { name, owner, onlyIfEmpty } = what;
  const key = headKey(name, owner);
  const head = await tx.get(key, Head);
  if (head === undefined) return true;

  const left = [...head.chunks];
  const stored = [...left.keys()].filter((at) => left[at] !== null);
  if (onlyIfEmpty && stored.length > 0) return false;
  for (const at of stored.slice(0, CHUNKS_AT_ONCE)) {
    tx.delete(chunkKey(name, owner, at));
    left[at] = null;
  }
  const isLast = stored.length <= CHUNKS_AT_ONCE;
  if (isLast) tx.delete(key);
  else tx.put(key, { version: head.version + 1, rev: newRev(), chunks: left });
  return isLast;
}
