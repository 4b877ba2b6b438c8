import type { Json, StateStore } from "@todo-mesh/ports";
import { atomically } from "@todo-mesh/state";
import { answerOfKey, answerOncePerKey, type Asked } from "./one-key.ts";

/**
 * For work of many transactions: its answer is kept once it is done, for whoever asks again with the same key. Until
 * then the work is begun again each time it is asked for, so let it be safe to repeat.
 */
export async function answerAtTheEnd(
  store: StateStore,
  asked: Asked,
  work: () => Promise<Json>,
): Promise<Json> {
  const kept = await atomically(store, (tx) => answerOfKey(tx, asked));
  if (kept !== undefined) return kept;
  const answer = await work();
  return atomically(store, (tx) => answerOncePerKey(tx, asked, async () => answer));
}
