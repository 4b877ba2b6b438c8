import { AppError, type StateStore, type Write } from "@todo-mesh/ports";

/** A store that can be told to fail at the nth write from now: before it is done, after it, or by a bug. */
export function breakableStore(inner: StateStore) {
  let left = 0;
  let how: "before" | "after" | "bug" | undefined;
  return {
    get: (key: string) => inner.get(key),
    getMany: (keys: readonly string[]) => inner.getMany(keys),
    transact: async (writes: readonly Write[]) => {
      left -= 1;
      const breaks = left === 0 ? how : undefined;
      if (breaks === "before") throw lost();
      if (breaks === "bug") throw new Error("a bug in the store");
      await inner.transact(writes);
      if (breaks === "after") throw lost();
    },
    breakAt: (nth: number, by: "before" | "after" | "bug"): void => {
      left = nth;
      how = by;
    },
  };
}

const lost = () => new AppError("unavailable", "The state store did not answer");
