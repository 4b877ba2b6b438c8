import type { Json, StateStore } from "@todo-mesh/ports";
import { createPace } from "@todo-mesh/kit";
import { z } from "zod";
import { parseStored, readerOf } from "../reader.ts";
import { type Chunk, chunkOf, EMPTY } from "./chunk.ts";
import { chunkKey, type Head, storedChunk } from "./shape.ts";

// Few, because the store's answer for one lot is parsed at one stretch.
const KEYS_AT_ONCE = 8;

export interface Stock<Element extends Json> {
  readonly store: StateStore;
  readonly name: string;
  readonly schema: z.ZodType<Element>;
  readonly keyOfElement: (element: Element) => string;
}

/** Reads those of an owner's chunks that are not known as the head has them. */
export function createChunkReader<Element extends Json>(stock: Stock<Element>) {
  const { name, keyOfElement } = stock;
  const reader = readerOf(stock.store);
  const Stored = storedChunk(stock.schema);

  return async (
    owner: string,
    head: Head,
    known: readonly Chunk<Element>[],
  ): Promise<Chunk<Element>[]> => {
    const chunks = head.chunks.map((rev, at) => (rev === null ? EMPTY : (known[at] ?? EMPTY)));
    const changed = [...chunks.keys()].filter((at) => chunks[at]?.rev !== head.chunks[at]);
    const pace = createPace();
    for (let from = 0; from < changed.length; from += KEYS_AT_ONCE) {
      const lot = changed.slice(from, from + KEYS_AT_ONCE);
      const keys = lot.map((at) => chunkKey(name, owner, at));
      const found = await reader.getMany(keys, z.unknown());
      for (const [nth, at] of lot.entries()) {
        const stored = parseStored(keys[nth] ?? "", found[nth], Stored);
        chunks[at] = chunkOf(stored, known[at], keyOfElement);
        await pace();
      }
    }
    return chunks;
  };
}
