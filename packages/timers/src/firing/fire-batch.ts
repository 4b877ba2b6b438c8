import { type Clock, type Json, kindOf, type StateStore } from "@todo-mesh/ports";
import { atomically, type Transaction } from "@todo-mesh/state";
import type { z } from "zod";
import { type DueTimer, rowSchema, type Setting, timerKey } from "../timer.ts";

/** What became of one setting: `stale` was fired, cancelled or replaced before, `held` waits for the sweeper. */
export type Outcome =
  | { readonly kind: "fired"; readonly at: Date }
  | { readonly kind: "stale" }
  | { readonly kind: "held" }
  | { readonly kind: "early"; readonly leftMs: number }
  | { readonly kind: "failed"; readonly error: unknown };

export type FireDue<Data extends Json> = (
  tx: Transaction,
  due: readonly DueTimer<Data>[],
) => Promise<void>;

export interface FireDeps<Data extends Json> {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly schema: z.ZodType<Data>;
  readonly fire: FireDue<Data>;
  /** Whether nothing shall fire for now, as far as is known without a throw; within a transaction that would fire, as it stands there. What came due meanwhile fires soon after, late. */
  readonly isHeld?: ((within?: Transaction) => Promise<boolean>) | undefined;
}

/**
 * Fires those of the settings that still stand and are due, in one transaction with their effect, and
 * answers in their order. It does not throw: what keeps the batch from committing is narrowed down by
 * halves until it fails alone. Only a store that is away fails them all at once.
 */
export function batchFiring<Data extends Json>(deps: FireDeps<Data>) {
  const attempt = attemptOf(deps);

  return async function fireAll(batch: readonly Setting[]): Promise<Outcome[]> {
    let reached = false;
    try {
      return await attempt(batch, () => (reached = true));
    } catch (error) {
      const storeIsAway = !reached && kindOf(error) === "unavailable";
      if (storeIsAway || batch.length === 1) return batch.map(() => ({ kind: "failed", error }));
      const half = Math.ceil(batch.length / 2);
      return [...(await fireAll(batch.slice(0, half))), ...(await fireAll(batch.slice(half)))];
    }
  };
}

function attemptOf<Data extends Json>(deps: FireDeps<Data>) {
  const { name, store, clock, schema, fire, isHeld = async () => false } = deps;
  const Row = rowSchema(schema);

  return (batch: readonly Setting[], onReached: () => void): Promise<Outcome[]> =>
    atomically(store, async (tx) => {
      const keys = batch.map((setting) => timerKey(name, setting.name));
      const [rows, held] = await Promise.all([tx.getMany(keys, Row), isHeld(tx)]);
      onReached();
      if (held) return batch.map(() => ({ kind: "held" }));
      const now = clock.now();
      const due: DueTimer<Data>[] = [];
      const outcomes = batch.map((setting, at): Outcome => {
        const row = rows[at];
        if (row?.generation !== setting.generation) return { kind: "stale" };
        const dueAt = new Date(row.at);
        if (dueAt > now) return { kind: "early", leftMs: dueAt.getTime() - now.getTime() };
        due.push({ name: setting.name, at: dueAt, data: row.data });
        return { kind: "fired", at: dueAt };
      });
      // Before the effect, so that it may set a timer of the same name again.
      for (const timer of due) tx.delete(timerKey(name, timer.name));
      if (due.length > 0) await fire(tx, due);
      return outcomes;
    });
}
