import type { Json, StateStore } from "@todo-mesh/ports";
import { type Answer, answerOnce, atomically, keptAnswer } from "@todo-mesh/state";
import { answersOf, type Asked } from "./change-tasks.ts";

/**
 * For work of many transactions: its answer is kept once it is done, for whoever asks again with the same key. Until
 * then the work is begun again each time it is asked for, so let it be safe to repeat.
 */
export async function answerAtTheEnd(
  store: StateStore,
  { userId, idempotency }: Asked,
  work: () => Promise<Json>,
): Promise<Answer> {
  const once = { scope: answersOf(userId), idempotency };
  const kept = await atomically(store, (tx) => keptAnswer(tx, once));
  if (kept) return kept;
  const body = await work();
  return atomically(store, (tx) => answerOnce(tx, once, async () => ({ status: 200, body })));
}
