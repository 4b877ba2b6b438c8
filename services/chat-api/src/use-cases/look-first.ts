import { AppError } from "@todo-mesh/ports";
import { type Commit, LostRace, type Transaction } from "@todo-mesh/state";
import { REASONS } from "../domain/tasks/reasons.ts";

/** Thrown in a transaction, before anything is written, where what was found before it is no longer so. */
export class Moved extends Error {}

interface LookFirst<Found, Result> {
  /** Finds what is to be changed. It may take its time, for nobody waits for it but its own person. */
  readonly look: () => Promise<Found>;
  /** Changes it in a transaction, once it is seen to be still so; `found` throws what the look threw. */
  readonly act: (tx: Transaction, found: () => Found) => Promise<Result>;
  readonly isLarge?: (found: Found) => boolean;
}

const TRIES = 8;

/**
 * Looks before the transaction, which others share, and acts in it. When what was found was changed in between it looks
 * again, eight times at most.
 */
export async function lookFirst<Found, Result>(
  commit: Commit,
  userId: string,
  { look, act, isLarge = () => false }: LookFirst<Found, Result>,
): Promise<Result> {
  for (let left = TRIES; left > 0; left -= 1) {
    const looked = await look().then(found, failed);
    // Looking again is the work of one, and no failure of a transaction that others share.
    const work = (tx: Transaction): Promise<{ result: Result } | undefined> =>
      act(tx, looked.found).then((result) => ({ result }), unlessMoved);
    const how = { isLarge: looked.kind === "found" && isLarge(looked.found()) };
    const done = looked.kind === "torn" ? undefined : await commit(userId, work, how);
    if (done) return done.result;
  }
  throw new AppError("conflict", REASONS["others-first"]);
}

const found = <Found>(what: Found) => ({ kind: "found" as const, found: () => what });

// Asked again with its key a request has its first answer, though by now there is nothing to be found.
const failed = (error: unknown) => ({
  kind: error instanceof LostRace ? ("torn" as const) : ("failed" as const),
  found: (): never => {
    throw error;
  },
});

function unlessMoved(error: unknown): undefined {
  if (!(error instanceof Moved)) throw error;
}
