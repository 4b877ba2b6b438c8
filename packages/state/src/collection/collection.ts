import type { Json } from "@todo-mesh/ports";
import { LRUCache } from "lru-cache";
import { LostRace } from "../atomically.ts";
import type { Transaction } from "../transaction.ts";
import type { Stock } from "./chunk-reader.ts";
import { type Changes, draftOf } from "./draft.ts";
import { eraseSome } from "./erase.ts";
import { createLoader } from "./loader.ts";
import { perTransaction } from "./per-transaction.ts";
import { Head, headKey, NOTHING } from "./shape.ts";
import type { Elements, Snapshot } from "./snapshot.ts";
import { write } from "./write.ts";

const OWNER_BYTES = 1_024;

export interface Collection<Element> {
  /** All elements of an owner as they are stored now. Do not change what you are given: others read it, too. */
  read(owner: string): Promise<Elements<Element>>;
  /** Whether elements of this owner are in memory, and a read of them short. */
  isInMemory(owner: string): boolean;
  /**
   * The elements of an owner, to be changed in this transaction: asked for twice, it is the same
   * draft. What is put or removed is written when the transaction commits, if nobody was first.
   */
  change(tx: Transaction, owner: string): Promise<Changes<Element>>;
  /**
   * Takes part of the owner's elements away in this transaction, true once nothing is left; what the
   * owner puts afterwards begins at version 1. With `onlyIfEmpty` elements are left alone, and with them what is
   * known of their owner. Not after `change` in the same transaction.
   */
  erase(tx: Transaction, owner: string, how?: { readonly onlyIfEmpty?: boolean }): Promise<boolean>;
}

/**
 * Many elements of one owner, such as the tasks of a person: read often as a whole, changed one at a
 * time. A change costs one chunk (at most 64 elements and 32 KB, or one larger element) and a head. A read
 * costs the head alone while nothing changed; the elements are kept in memory, the longest unused owners
 * leave it first.
 */
export function createCollection<Element extends Json>(
  options: Stock<Element> & {
    /** The most an owner can have (20 000). */
    readonly maxElements?: number;
    /** How much of all owners is kept in memory, in bytes of JSON (64 MB); on the heap a byte takes 1.6 (measured). */
    readonly cache?: { readonly maxBytes: number };
  },
): Collection<Element> {
  const { name, keyOfElement, maxElements = 20_000 } = options;
  const cache = new LRUCache<string, Snapshot<Element>>({
    maxSize: options.cache?.maxBytes ?? 64 * 1_024 * 1_024,
    sizeCalculation: ({ bytes }) => OWNER_BYTES + bytes,
  });
  const { load, read } = createLoader(options, cache);

  const begin = async (tx: Transaction, owner: string): Promise<Changes<Element>> => {
    const head = (await tx.get(headKey(name, owner), Head)) ?? NOTHING;
    const before = await load(owner, head);
    if (before.rev !== head.rev) throw new LostRace();
    const { changes, chunks } = draftOf(before, { keyOfElement, maxElements });
    tx.beforeCommit(() => {
      const after = write(tx, { name, owner }, before, chunks);
      if (after === before) return;
      tx.atEnd((outcome) => void (outcome === "committed" && cache.set(owner, after)));
    });
    return changes;
  };
  const drafts = perTransaction(begin);

  return {
    read,
    isInMemory: (owner) => cache.has(owner),
    change: drafts.of,
    erase: async (tx, owner, { onlyIfEmpty = false } = {}) => {
      drafts.refuse(tx, owner);
      tx.atEnd(() => void cache.delete(owner));
      return eraseSome(tx, { name, owner, onlyIfEmpty });
    },
  };
}
