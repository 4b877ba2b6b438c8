import type { Task } from "@todo-mesh/contracts";

/** What a person saw last in this browser, and when. It is there for whoever is still signed in, and for nobody else. */
export interface LastState {
  readonly user: string;
  readonly at: Date;
  readonly tasks: readonly Task[];
}

const NAME = "todo-mesh";
const STORE = "last";
const KEY = "state";

export const keepLast = (state: LastState): Promise<unknown> =>
  inStore("readwrite", (store) => store.put(state, KEY));

/** Of this person; another's is nobody's business. */
export async function readLast(user: string): Promise<LastState | undefined> {
  const kept = (await inStore("readonly", (store) => store.get(KEY))) as LastState | undefined;
  return kept?.user === user ? kept : undefined;
}

export const forgetLast = (): Promise<unknown> =>
  inStore("readwrite", (store) => store.delete(KEY));

type Work<Result> = (store: IDBObjectStore) => IDBRequest<Result>;

// A browser that keeps nothing is one without a last state: the list is read from the mesh as ever.
async function inStore<Result>(
  mode: IDBTransactionMode,
  work: Work<Result>,
): Promise<Result | undefined> {
  try {
    const opening = indexedDB.open(NAME, 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE));
    const db = await settled(opening);
    try {
      return await settled(work(db.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("not kept")));
  });
