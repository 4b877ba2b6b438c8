import { AppError, type StateStore, type Write } from "@todo-mesh/ports";

/** A store that can be told to fail at the nth write from now: before it is done, after it, or by a bug; once, or for good. */
export function breakableStore(inner: StateStore) {
  let left = 0;
  let how: "before" | "after" | "bug" | undefined;
  let [forGood, dead] = [false, false];
  const unlessDead = <Result>(ask: () => Promise<Result>): Promise<Result> =>
    dead ? Promise.reject(lost()) : ask();
  return {
    get: (key: string) => unlessDead(() => inner.get(key)),
    getMany: (keys: readonly string[]) => unlessDead(() => inner.getMany(keys)),
    transact: (writes: readonly Write[]) =>
      unlessDead(async () => {
        left -= 1;
        const breaks = left === 0 ? how : undefined;
        dead = forGood && breaks !== undefined;
        if (breaks === "before") throw lost();
        if (breaks === "bug") throw new Error("a bug in the store");
        await inner.transact(writes);
        if (breaks === "after") throw lost();
      }),
    breakAt: (nth: number, by: "before" | "after" | "bug"): void => {
      left = nth;
      how = by;
    },
    /** From the nth write on nothing that is asked of it arrives: whoever asks is as good as dead. */
    dieAt: (nth: number, by: "before" | "after"): void => {
      [left, how, forGood] = [nth, by, true];
    },
    isDead: (): boolean => dead,
  };
}

const lost = () => new AppError("unavailable", "The state store did not answer");
