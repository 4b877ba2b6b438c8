import { randomUUID } from "node:crypto";
import { AppError, type IdSource, kindOf, type StateStore } from "@todo-mesh/ports";

/**
 * Makes sure that a transaction in this store is all or nothing and that a lost race is seen; throws
 * `bug` if not. Not every component keeps that, though it says it does: Dapr's Redis component cannot
 * roll back. A store that is away cannot be asked, and passes.
 */
export async function checkStateStore(store: StateStore, ids: IdSource): Promise<void> {
  const there = `check:${ids.next()}`;
  const beside = `check:${ids.next()}`;
  const soonGone = { value: true, ttlSeconds: 60 };
  try {
    await store.transact([{ put: there, ...soonGone }]);
    const refused = await store
      .transact([
        { put: beside, ...soonGone },
        { put: there, ...soonGone, expect: "absent" },
      ])
      .then(
        () => false,
        (error: unknown) => kindOf(error) === "conflict",
      );
    const left = await store.get(beside);
    if (!refused || left !== undefined)
      throw new AppError(
        "bug",
        "This state store does not keep transactions whole; take state.postgresql or state.sqlite",
      );
    await store.transact([{ delete: there }]);
  } catch (error) {
    if (kindOf(error) !== "unavailable") throw error;
  }
}

/**
 * Finds out whether what every event needs is there: the store takes a transaction now, one that is nobody's, and
 * `outbox` has room for what a transaction tells of.
 */
export function takesTransactions(
  store: StateStore,
  outbox: { hasRoom(): boolean },
): () => Promise<boolean> {
  const put = `check:${randomUUID()}`;
  return async () => {
    if (!outbox.hasRoom()) return false;
    return store.transact([{ put, value: true, ttlSeconds: 60 }]).then(
      () => true,
      () => false,
    );
  };
}
