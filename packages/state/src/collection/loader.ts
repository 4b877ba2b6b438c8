import type { Json } from "@todo-mesh/ports";
import type { LRUCache } from "lru-cache";
import { LostRace } from "../atomically.ts";
import { readerOf } from "../reader.ts";
import { createChunkReader, type Stock } from "./chunk-reader.ts";
import { Head, headKey, NOTHING } from "./shape.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

const TRIES = 8;

/** Brings what is in memory up to what is stored: the head is always asked for, a chunk only when it changed. */
export function createLoader<Element extends Json>(
  stock: Stock<Element>,
  cache: LRUCache<string, Snapshot<Element>>,
) {
  const reader = readerOf(stock.store);
  const readChunks = createChunkReader(stock);
  const once = onceAtATime<Snapshot<Element>>();

  const bringUp = async (owner: string, head: Head): Promise<Snapshot<Element>> => {
    const before = cache.get(owner);
    const chunks = await readChunks(owner, head, before?.chunks ?? []);
    const isTorn = chunks.some(({ rev }, at) => rev !== head.chunks[at]);
    const found = snapshotOf(isTorn ? { ...head, rev: null } : head, chunks);
    const now = cache.get(owner);
    const isOvertaken = now !== before && now !== undefined && now.version > head.version;
    if (!isOvertaken) cache.set(owner, found);
    return found;
  };

  /** One try: not of the head's `rev` when others changed chunks between the reading of it and of them. */
  const load = async (owner: string, head: Head): Promise<Snapshot<Element>> => {
    const known = cache.get(owner);
    if (known?.rev === head.rev) return known;
    return once(`${head.rev} ${owner}`, () => bringUp(owner, head));
  };

  /** The whole of an owner at one version, however busily it is being changed. */
  const read = async (owner: string): Promise<Snapshot<Element>> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const head = (await reader.get(headKey(stock.name, owner), Head)) ?? NOTHING;
      const found = await load(owner, head);
      if (found.rev === head.rev) return found;
    }
    throw new LostRace();
  };
  return { load, read };
}

/** What is asked for while the same is under way is not done twice: after a start many ask for one list at once. */
function onceAtATime<Result>() {
  const underWay = new Map<string, Promise<Result>>();
  return (key: string, work: () => Promise<Result>): Promise<Result> => {
    const running = underWay.get(key) ?? work().finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
}
