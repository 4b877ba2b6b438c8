import type { IdSource } from "../index.ts";

/** Ids of the right shape (UUID version 7) that count up from …000000000001, the same in every run. */
export function countingIds(): IdSource {
  let made = 0;
  return {
    next: () => {
      made += 1;
      return `01900000-0000-7000-8000-${made.toString(16).padStart(12, "0")}`;
    },
  };
}
