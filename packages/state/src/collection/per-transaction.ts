import { AppError } from "@todo-mesh/ports";
import type { Transaction } from "../transaction.ts";

/** One draft per transaction and owner, however often it is asked for. */
export function perTransaction<Draft>(begin: (tx: Transaction, owner: string) => Promise<Draft>) {
  const begun = new WeakMap<Transaction, Map<string, Promise<Draft>>>();
  return {
    of: (tx: Transaction, owner: string): Promise<Draft> => {
      const drafts = begun.get(tx) ?? new Map<string, Promise<Draft>>();
      begun.set(tx, drafts);
      const draft = drafts.get(owner) ?? begin(tx, owner);
      drafts.set(owner, draft);
      return draft;
    },
    /** A draft writes, at the end, what it began with: what was erased in between would come back. */
    refuse: (tx: Transaction, owner: string): void => {
      if (begun.get(tx)?.has(owner) === true)
        throw new AppError("bug", "What this transaction changes it cannot erase");
    },
  };
}
