import type { StateStore } from "@todo-mesh/ports";
import { atomically } from "@todo-mesh/state";
import { z } from "zod";
import { Head, Hint, hintsKeysOf, type Lane, lanesOf } from "./keys.ts";
import { chunksOf } from "../chunks.ts";
import { load } from "./load.ts";

/** A hint and the bucket it lies in. */
export interface Found {
  readonly minute: number;
  readonly hint: Hint;
}

const Hints = z.array(Hint);
const KEYS_AT_ONCE = 100;

/** Reads buckets, and each hint only once: it never changes, so it is not asked for again. */
export function bucketReader(timers: string, store: StateStore) {
  const read = new Map<number, Map<string, number>>();
  const readOf = (minute: number): Map<string, number> => {
    const known = read.get(minute) ?? new Map<string, number>();
    read.set(minute, known);
    return known;
  };

  /**
   * What of these lanes was not read before, all of it, part by part: who takes it need not have room for all at once.
   * Hints that are gone were settled by another process.
   */
  async function* parts(lanes: readonly Lane[]): AsyncGenerator<Found[]> {
    const unread = lanes.flatMap((lane) => {
      const { minute } = lane;
      const keys = hintsKeysOf(lane, readOf(minute).get(lane.key));
      return keys.map((key) => ({ minute, key }));
    });
    for (const chunk of chunksOf(unread, KEYS_AT_ONCE)) {
      const keys = chunk.map(({ key }) => key);
      const values = await atomically(store, (tx) => tx.getMany(keys, Hints));
      yield chunk.flatMap(({ minute }, at) => (values[at] ?? []).map((hint) => ({ minute, hint })));
    }
    // Only now: had a read failed, all of it would have to be read again.
    for (const { minute, key, next } of lanes) readOf(minute).set(key, next);
  }

  /** What came into these buckets since they were last asked for, as far as it is seen: ask again. */
  const fresh = async (minutes: readonly number[]): Promise<Found[]> => {
    const heads = await load(store, lanesOf(timers, minutes), Head);
    const found: Found[] = [];
    const lanes = heads.map(({ minute, key, value }) => ({ minute, key, next: value.next }));
    for await (const part of parts(lanes)) found.push(...part);
    return found;
  };

  const forgetBefore = (first: number): void => {
    for (const minute of read.keys()) if (minute < first) read.delete(minute);
  };

  return { parts, fresh, forgetBefore };
}
