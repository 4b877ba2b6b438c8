import { expect, jest, test } from "@jest/globals";
import type { Bug } from "./planted/bug.ts";
import { play } from "./play.ts";

const SEEDS_TO_FIND_A_BUG = 160;

/** Proves that each of these bugs would be found, if it were there. */
export function finds(bugs: readonly Bug[]): void {
  // On a busy machine ten times as long.
  jest.setTimeout(600_000);
  test.each(bugs)("it would find that $name", async (bug) => {
    const { failed } = await play({ from: 1, count: SEEDS_TO_FIND_A_BUG, mostFailed: 1 }, bug);
    expect(failed).not.toEqual([]);
  });
}
