import type { Json } from "@todo-mesh/ports";
import type { LRUCache } from "lru-cache";
import type { z } from "zod";
import { LostRace } from "../atomically.ts";
import { keyOf } from "../key.ts";
import type { Reader } from "../reader.ts";
import { type Chunk, chunkSchema, EMPTY, Head, type Snapshot, snapshotOf } from "./shape.ts";

const KEYS_AT_ONCE = 40;
const TRIES = 8;

export interface Stock<Element extends Json> {
  readonly name: string;
  readonly schema: z.ZodType<Element>;
  readonly keyOfElement: (element: Element) => string;
}

export const headKey = (name: string, owner: string) => keyOf(name, owner);
export const chunkKey = (name: string, owner: string, at: number) => keyOf(name, owner, at);

type Known<Element> = readonly (Chunk<Element> | undefined)[];
type Loaded<Element> = Snapshot<Element> | { readonly torn: Known<Element> };

/** Brings what is in memory up to what is stored: the head is always asked for, a chunk only when it changed. */
export function createLoader<Element extends Json>(
  { name, schema, keyOfElement }: Stock<Element>,
  cache: LRUCache<string, Snapshot<Element>>,
) {
  const Stored = chunkSchema(schema, keyOfElement);
  const loadChunks = async (reader: Reader, owner: string, wanted: readonly number[]) => {
    const loaded = new Map<number, Chunk<Element> | undefined>();
    for (let from = 0; from < wanted.length; from += KEYS_AT_ONCE) {
      const some = wanted.slice(from, from + KEYS_AT_ONCE);
      const keys = some.map((at) => chunkKey(name, owner, at));
      const found = await reader.getMany(keys, Stored);
      some.forEach((at, nth) => loaded.set(at, found[nth]));
    }
    return loaded;
  };

  // A head older than what we know: the store was restored or wiped, and revisions count anew.
  const remembered = (owner: string, head: Head): Known<Element> => {
    const cached = cache.get(owner);
    return cached && cached.version <= head.version ? cached.chunks : [];
  };

  /** One try; `torn` when another changed chunks between the reading of the head and of them. */
  const load = async (
    reader: Reader,
    owner: string,
    known?: Known<Element>,
  ): Promise<Loaded<Element>> => {
    const head = (await reader.get(headKey(name, owner), Head)) ?? EMPTY;
    const cached = cache.get(owner);
    if (cached?.version === head.version) return cached;

    const before = known ?? remembered(owner, head);
    const changed = [...head.chunks.keys()].filter((at) => !isCurrent(head, before, at));
    const loaded = await loadChunks(reader, owner, changed);
    const chunks = head.chunks.map((_chunk, at) => loaded.get(at) ?? before[at]);
    if (!fits(head, chunks)) return { torn: chunks };
    const snapshot = snapshotOf(head.version, chunks);
    cache.set(owner, snapshot);
    return snapshot;
  };

  return load;
}

/** The whole of an owner at one version, however busily it is being changed. */
export async function readWhole<Element>(
  load: (known?: Known<Element>) => Promise<Loaded<Element>>,
): Promise<Snapshot<Element>> {
  let known: Known<Element> | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await load(known);
    if (!("torn" in found)) return found;
    known = found.torn;
  }
  throw new LostRace();
}

const isCurrent = (head: Head, chunks: Known<unknown>, at: number): boolean =>
  chunks[at]?.rev === head.chunks[at]?.[0];

function fits<Element>(head: Head, chunks: Known<Element>): chunks is readonly Chunk<Element>[] {
  return [...head.chunks.keys()].every((at) => isCurrent(head, chunks, at));
}
