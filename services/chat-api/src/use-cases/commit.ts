import { AsyncLocalStorage } from "node:async_hooks";
import { together } from "@todo-mesh/kit";
import type { StateStore } from "@todo-mesh/ports";
import { atomically, type Transaction } from "@todo-mesh/state";

/**
 * Does a person's work in a transaction, after what was asked for them before. Others' work may share
 * the transaction, so let it be safe to repeat; what it throws fails it alone.
 */
export type Commit = <Result>(
  userId: string,
  work: (tx: Transaction) => Promise<Result>,
) => Promise<Result>;

interface Piece {
  readonly userId: string;
  readonly run: (tx: Transaction) => Promise<void>;
}

const MOST_TOGETHER = 32;
const LANES = 4;

/**
 * What comes while a transaction runs is gathered for the next: a hundred together cost a tenth of a
 * hundred alone, and a person's writes do not lose races against each other. Each person keeps to one
 * of four lanes, so that one with a long list to load does not hold up everybody.
 */
export function createCommit(store: StateStore): Commit {
  const lanes = Array.from({ length: LANES }, () =>
    together<Piece, void>((pieces) => commitAll(store, pieces), { max: MOST_TOGETHER, waitMs: 0 }),
  );
  return async (userId, work) => {
    const within = AsyncLocalStorage.snapshot();
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof work>>>();
    const answers: (() => void)[] = [];
    const run = async (tx: Transaction): Promise<void> => {
      const result = await within(() => work(tx));
      // Run again after a lost race, the last run is the one that counts.
      answers[0] = () => resolve(result);
    };
    await lanes[laneOf(userId)]?.({ userId, run });
    answers[0]?.();
    return promise;
  };
}

async function commitAll(store: StateStore, pieces: readonly Piece[]): Promise<void[]> {
  return atomically(store, async (tx) => {
    const byUser = [...Map.groupBy(pieces, ({ userId }) => userId).values()];
    await Promise.all(
      byUser.map(async (own) => {
        for (const { run } of own) await run(tx);
      }),
    );
    return pieces.map(() => undefined);
  });
}

function laneOf(userId: string): number {
  let sum = 0;
  for (let at = 0; at < userId.length; at += 1) sum += userId.charCodeAt(at);
  return sum % LANES;
}
