import type { Arrival, Delivery, Fate } from "./delivery.ts";
import type { EventEdge } from "./edge.ts";

/** What is known of a delivery while it is handled. */
export interface Turn {
  readonly fates: Map<Delivery, Fate>;
  /** By key, what became of an event that others of its key may not overtake. */
  readonly behind: Map<string, Fate>;
  /** When the first of its events failed: from then on time is short. */
  failedAtMs?: number;
  isStopped?: boolean;
}

export const AGAIN: Fate = { verdict: "RETRY" };

// A delivery in which something failed ends after that; what is left comes again, and others with it.
const NARROWING_MS = 5_000;

export const isTooLate = ({ nowMs }: EventEdge, { failedAtMs }: Turn): boolean =>
  failedAtMs !== undefined && nowMs() - failedAtMs > NARROWING_MS;

/** Says what becomes of these; events of their keys wait behind those that are not done with. */
export function setFates(arrivals: readonly Arrival[], fate: Fate, { fates, behind }: Turn): void {
  const isOpen = fate.verdict === "RETRY" || fate.verdict === "ASIDE";
  for (const { delivery } of arrivals) {
    fates.set(delivery, fate);
    if (isOpen && delivery.key !== undefined) behind.set(delivery.key, fate);
  }
}

/** Everything that is left comes again. */
export function stop(arrivals: readonly Arrival[], turn: Turn): void {
  turn.isStopped = true;
  setFates(arrivals, AGAIN, turn);
}

/** Whether it may not be tried now; what becomes of it is said then. */
export function hasToWait(edge: EventEdge, arrival: Arrival, turn: Turn): boolean {
  const before = turn.isStopped ? AGAIN : aheadOf(arrival, turn);
  if (before) setFates([arrival], fateBehind(edge, arrival, before), turn);
  return before !== undefined;
}

const aheadOf = ({ delivery: { key } }: Arrival, { behind }: Turn): Fate | undefined =>
  key === undefined ? undefined : behind.get(key);

const fateBehind = ({ aside }: EventEdge, { delivery }: Arrival, before: Fate): Fate =>
  before.verdict === "ASIDE" && aside ? aside.fateOf(delivery, before) : AGAIN;
