import type { Json } from "@todo-mesh/ports";
import type { Transaction } from "../transaction.ts";
import { type Chunk, EMPTY } from "./chunk.ts";
import { chunkKey, headKey, newRev } from "./shape.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

/** Writes the chunks that are not as they were, and hands back how all will be once it is committed. */
export function write<Element extends Json>(
  tx: Transaction,
  { name, owner }: { readonly name: string; readonly owner: string },
  before: Snapshot<Element>,
  chunks: readonly Chunk<Element>[],
): Snapshot<Element> {
  const version = before.version + 1;
  const rev = newRev();
  const after = chunks.map((chunk, at) => {
    const was = before.chunks[at] ?? EMPTY;
    if (chunk === was || chunk.elements.size + was.elements.size === 0) return was;
    const key = chunkKey(name, owner, at);
    if (chunk.elements.size === 0) {
      tx.delete(key);
      return EMPTY;
    }
    tx.put(key, { rev, elements: [...chunk.elements.values()] });
    return { ...chunk, rev };
  });
  if (after.every((chunk, at) => chunk === (before.chunks[at] ?? EMPTY))) return before;
  tx.put(headKey(name, owner), { version, rev, chunks: after.map((chunk) => chunk.rev) });
  return snapshotOf({ version, rev }, after);
}
