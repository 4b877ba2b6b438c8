import type { Outcome, Transaction } from "@todo-mesh/state";
import { LANES } from "./keys.ts";

// A transaction that awaits another one, which waits for a lane, must not wait for ever.
const LONGEST_HOLD_MS = 2_000;

/**
 * Lends each transaction a lane that no other of this process has, and lets the rest wait their turn; processes begin
 * at different lanes. Of two writers that bump one head, one has to do its work again: this keeps that rare, no more.
 */
export function laneKeeper() {
  const first = Math.floor(Math.random() * LANES.length);
  const free = [...LANES.slice(first), ...LANES.slice(0, first)];
  const waiting: ((lane: number) => void)[] = [];

  const takeBack = (lane: number, outcome: Outcome | "held too long"): void => {
    const next = waiting.shift();
    if (next) next(lane);
    // Where another process was first, it may well be again.
    else if (outcome === "abandoned") free.push(lane);
    else free.unshift(lane);
  };

  return async (tx: Transaction): Promise<number> => {
    const lane = free.shift() ?? (await new Promise<number>((resolve) => waiting.push(resolve)));
    let lent = true;
    const end = (outcome: Outcome | "held too long"): void => {
      clearTimeout(limit);
      if (lent) takeBack(lane, outcome);
      lent = false;
    };
    const limit = setTimeout(end, LONGEST_HOLD_MS, "held too long").unref();
    tx.atEnd(end);
    return lane;
  };
}
