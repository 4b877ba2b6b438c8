import type { Json, StateStore } from "@todo-mesh/ports";
import { LRUCache } from "lru-cache";
import { LostRace } from "../atomically.ts";
import { readerOf } from "../reader.ts";
import type { Transaction } from "../transaction.ts";
import { type Changes, draftOf } from "./draft.ts";
import { chunkKey, createLoader, headKey, readWhole, type Stock } from "./loader.ts";
import { type Chunk, headOf, type Snapshot, snapshotOf } from "./shape.ts";

export interface Collection<Element> {
  /** All elements of an owner as they are stored now. Do not change what you are given: others read it, too. */
  read(owner: string): Promise<Pick<Snapshot<Element>, "version" | "elements">>;
  /**
   * The elements of an owner, to be changed in this transaction: asked for twice, it is the same
   * draft. What is put or removed is written when the transaction commits, if nobody was first.
   */
  change(tx: Transaction, owner: string): Promise<Changes<Element>>;
}

/**
 * Many elements of one owner, such as the tasks of a person: read often as a whole, changed one at a
 * time. A change costs one chunk of at most 64 elements and a head. A read costs the head alone while
 * nothing changed; the elements are kept in memory, the longest unused owners leave it first.
 */
export function createCollection<Element extends Json>(
  options: Stock<Element> & {
    readonly store: StateStore;
    /** The most an owner can have (10 000). */
    readonly maxElements?: number;
    /** How many elements, of all owners together, are kept in memory (50 000). */
    readonly cache?: { readonly maxElements: number };
  },
): Collection<Element> {
  const { store, name, keyOfElement, maxElements = 10_000 } = options;
  const cache = new LRUCache<string, Snapshot<Element>>({
    maxSize: options.cache?.maxElements ?? 50_000,
    sizeCalculation: ({ chunks }) =>
      1 + chunks.reduce((sum, chunk) => sum + chunk.elements.size, 0),
  });
  const load = createLoader(options, cache);
  const read = (owner: string) =>
    readWhole<Element>((known) => load(readerOf(store), owner, known));

  const begin = async (tx: Transaction, owner: string): Promise<Changes<Element>> => {
    const before = await load(tx, owner);
    if ("torn" in before) {
      await read(owner);
      throw new LostRace();
    }
    const { changes, rewritten } = draftOf(before, { keyOfElement, maxElements });
    tx.beforeCommit(() => {
      if (rewritten.size === 0) return;
      const after = write(tx, { name, owner }, before, rewritten);
      tx.atEnd((outcome) => void (outcome === "committed" && cache.set(owner, after)));
    });
    return changes;
  };

  return { read, change: oncePerTransaction(begin) };
}

function oncePerTransaction<Draft>(begin: (tx: Transaction, owner: string) => Promise<Draft>) {
  const begun = new WeakMap<Transaction, Map<string, Promise<Draft>>>();
  return (tx: Transaction, owner: string): Promise<Draft> => {
    const drafts = begun.get(tx) ?? new Map<string, Promise<Draft>>();
    begun.set(tx, drafts);
    const draft = drafts.get(owner) ?? begin(tx, owner);
    drafts.set(owner, draft);
    return draft;
  };
}

/** Writes what was changed, and hands back how it will be once it is committed. */
function write<Element extends Json>(
  tx: Transaction,
  { name, owner }: { name: string; owner: string },
  before: Snapshot<Element>,
  rewritten: ReadonlyMap<number, ReadonlyMap<string, Element>>,
): Snapshot<Element> {
  const version = before.version + 1;
  const chunks: Chunk<Element>[] = [...before.chunks];
  for (const [at, elements] of rewritten) {
    chunks[at] = { rev: version, elements };
    tx.put(chunkKey(name, owner, at), { rev: version, elements: [...elements.values()] });
  }
  const after = snapshotOf(version, chunks);
  tx.put(headKey(name, owner), headOf(after));
  return after;
}
