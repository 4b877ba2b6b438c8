import { AppError, type ErrorKind, kindOf, type StateStore } from "@todo-mesh/ports";
import { foundSingly } from "./absence.ts";
import { beginTransaction, type Outcome, type Transaction } from "./transaction.ts";
import { wait } from "./wait.ts";

const TRIES = 8;
const PAUSE_MS = 8;
const NOTHING_WRITTEN: ReadonlySet<ErrorKind> = new Set(["conflict", "invalid", "too-large"]);

/** Thrown by what works on a transaction when it sees that another writer was first: the work runs again on fresh reads. */
export class LostRace extends AppError {
  constructor(options?: ErrorOptions) {
    super("conflict", "Others kept changing this first; please try again", options);
  }
}

/**
 * Runs `work` and commits what it wrote in one transaction. When another writer was first, `work`
 * runs again on fresh reads: let it do nothing outside the transaction that may not happen twice.
 * What it read as absent is proven to be, by the commit or by a second look.
 * After 8 lost races it gives up with `conflict`. Any other failure of the store passes through;
 * after an `unavailable` of the commit nobody knows whether it happened: the caller's own retry must be harmless.
 */
export async function atomically<Result>(
  store: StateStore,
  work: (tx: Transaction) => Promise<Result>,
  pause: (ms: number) => Promise<void> = wait,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryOnce(store, work);
    } catch (error) {
      if (!(error instanceof LostRace) || attempt === TRIES) throw error;
    }
    await pause(Math.random() * PAUSE_MS * 2 ** attempt);
  }
}

async function tryOnce<Result>(
  store: StateStore,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const { tx, writes, unproven, end } = beginTransaction(store);
  let outcome: Outcome = "abandoned";
  try {
    const result = await work(tx).catch(async (error: unknown) => {
      await prove(store, unproven());
      throw error;
    });
    const batch = writes();
    await prove(store, unproven());
    if (batch.length > 0)
      await store.transact(batch).catch((error: unknown) => {
        const kind = kindOf(error);
        if (!NOTHING_WRITTEN.has(kind)) outcome = "unknown";
        throw kind === "conflict" ? new LostRace({ cause: error }) : error;
      });
    outcome = "committed";
    return result;
  } finally {
    end(outcome);
  }
}

/** What was decided on the absence of a key that is there was decided wrongly: as after a lost race, it is done again. */
async function prove(store: StateStore, absent: readonly string[]): Promise<void> {
  if ((await foundSingly(store, absent)).size > 0) throw new LostRace();
}
