import type { Json, StateStore } from "@todo-mesh/ports";
import { type Answer, answerOnce, atomically } from "@todo-mesh/state";
import { answersOf, type Asked } from "./change-tasks.ts";

/**
 * For work of many transactions: its answer is kept once it is done, for whoever asks again with the same key. Until
 * then the work is begun again each time it is asked for, so let it be safe to repeat.
 */
export const answerAtTheEnd = (
  store: StateStore,
  { userId, idempotency }: Asked,
  work: () => Promise<Json>,
): Promise<Answer> =>
  atomically(store, (tx) =>
    answerOnce(tx, { scope: answersOf(userId), idempotency }, async () => ({
      status: 200,
      body: await work(),
    })),
  );
