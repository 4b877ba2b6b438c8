import { AsyncLocalStorage } from "node:async_hooks";
import { kindOf, type StateStore } from "@todo-mesh/ports";
import { atomically, LostRace } from "../atomically.ts";
import type { Transaction } from "../transaction.ts";
import { createFairLine, type Waiting } from "./fair-line.ts";

/**
 * Does a person's work in a transaction, after what was asked for them before. Others' work may share
 * the transaction, so let it be safe to repeat; what it throws fails it alone. What is large goes alone.
 */
export type Commit = <Result>(
  userId: string,
  work: (tx: Transaction) => Promise<Result>,
  how?: { readonly isLarge: boolean },
) => Promise<Result>;

interface Piece extends Waiting {
  readonly run: (tx: Transaction) => Promise<void>;
  readonly end: PromiseWithResolvers<void>;
  /** Runs a function in the caller's own context, so that its trace goes along. */
  readonly within: <Result>(fn: () => Result) => Result;
  tries: number;
}

interface CommitOptions {
  /** Transactions at a time. */
  readonly atOnce?: number;
  /** Brings into memory what a person's work will read; undefined when it is there. */
  readonly prepare?: (userId: string) => Promise<unknown> | undefined;
}

const MOST_TRIES = 2;

/**
 * What comes while transactions run is gathered for the next: a hundred together cost a tenth of a
 * hundred alone. Nobody waits for another's trouble: a person's things are loaded before they share a
 * transaction, what is large goes alone and never takes the last place, and who made a shared
 * transaction fail is tried again alone, while the others go on without them.
 */
export function createCommit(store: StateStore, options: CommitOptions = {}): Commit {
  const submit = createLanes(store, options);
  return async (userId, work, { isLarge } = { isLarge: false }) => {
    const within = AsyncLocalStorage.snapshot();
    const answers: (() => void)[] = [];
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof work>>>();
    const run = async (tx: Transaction): Promise<void> => {
      const result = await within(() => work(tx));
      // Run again after a lost race, the last run is the one that counts.
      answers[0] = () => resolve(result);
    };
    const end = Promise.withResolvers<void>();
    submit({ userId, run, within, end, isAlone: isLarge, tries: 0 });
    await end.promise;
    answers[0]?.();
    return promise;
  };
}

/** Runs what is submitted, so many transactions at once. */
function createLanes(
  store: StateStore,
  { atOnce = 4, prepare = () => undefined }: CommitOptions,
): (piece: Piece) => void {
  const preparing = new Set<string>();
  const line = createFairLine<Piece>((userId) => preparing.has(userId));
  let [running, runningAlone] = [0, 0];

  const startNext = (): void => {
    if (running >= atOnce) return;
    const group = line.take({ mayBeAlone: runningAlone < Math.max(1, atOnce - 1) });
    const [first] = group;
    if (!first) return;
    void first.within(() => runGroup(group, first.isAlone ? 1 : 0));
    startNext();
  };
  const runGroup = async (group: readonly Piece[], alone: number): Promise<void> => {
    running += 1;
    runningAlone += alone;
    const back = await commitGroup(store, group);
    running -= 1;
    runningAlone -= alone;
    line.settle(group, back);
    startNext();
  };
  const prepareFor = (userId: string): void => {
    const loading = preparing.has(userId) ? undefined : prepare(userId);
    if (!loading) return;
    preparing.add(userId);
    // What cannot be loaded now fails the work itself, in its own words.
    const go = (): void => {
      preparing.delete(userId);
      startNext();
    };
    loading.then(go, go);
  };

  return (piece) => {
    line.push(piece);
    prepareFor(piece.userId);
    startNext();
  };
}

/** Commits a group or, if it cannot be, hands back what is to be tried again. */
async function commitGroup(store: StateStore, group: readonly Piece[]): Promise<Piece[]> {
  const people = [...Map.groupBy(group, ({ userId }) => userId).values()];
  const atFault = new Map<string, unknown>();
  const work = async (tx: Transaction): Promise<void> => {
    atFault.clear();
    // Each to its end: what still runs when others have given up would write into a transaction that is over.
    const runs = await Promise.allSettled(people.map((own) => runInOrder(tx, own, atFault)));
    for (const run of runs) if (run.status === "rejected") throw run.reason;
  };
  try {
    await (group.length === 1 ? atomically(store, work) : atomically(store, work, apart));
    for (const { end } of group) end.resolve();
    return [];
  } catch (error) {
    // Where nobody is at fault it was the commit that failed, and nobody knows whether it came about.
    if (group.length === 1 || (kindOf(error) === "unavailable" && atFault.size === 0)) {
      for (const { end } of group) end.reject(error);
      return [];
    }
    return triedAgain(withoutUnavailable(group, atFault), atFault);
  }
}

async function runInOrder(
  tx: Transaction,
  own: readonly Piece[],
  atFault: Map<string, unknown>,
): Promise<void> {
  for (const { userId, run } of own)
    await run(tx).catch((error: unknown) => {
      atFault.set(userId, error);
      throw error;
    });
}

/** Those whose things are away hear so; the others need not. */
const withoutUnavailable = (
  group: readonly Piece[],
  atFault: ReadonlyMap<string, unknown>,
): Piece[] =>
  group.filter(({ userId, end }) => {
    const error = atFault.get(userId);
    if (error === undefined || kindOf(error) !== "unavailable") return true;
    end.reject(error);
    return false;
  });

/** Whoever is at fault goes alone from here on; when nobody is known to be, everybody does. */
function triedAgain(group: readonly Piece[], atFault: ReadonlyMap<string, unknown>): Piece[] {
  for (const piece of group) {
    piece.tries += 1;
    const isSuspect = atFault.size === 0 || atFault.has(piece.userId);
    if (isSuspect || piece.tries >= MOST_TRIES) piece.isAlone = true;
  }
  return [...group];
}

// Where several lost a race nobody waits for the others to win theirs.
const apart = async (): Promise<void> => {
  throw new LostRace();
};
