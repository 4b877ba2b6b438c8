import { attempt, type Failure } from "./attempt.ts";
import type { Arrival } from "./delivery.ts";
import type { EventEdge } from "./edge.ts";
import { isEverybodys, settle } from "./settle.ts";
import { AGAIN, hasToWait, isTooLate, setFates, stop, type Turn } from "./turn.ts";

/*
 * What fails is narrowed down by halves until it fails alone, so that the innocent stay in batches. What fails by
 * its own fault is tried again at once, from its own place, and then refused; what is behind it goes on. What may
 * pass by itself is everybody's fault if what everybody needs is away: then the line stops, and all of it comes
 * again. Else it is the event's own fault in disguise: it is set aside, and only its key waits for it.
 */

/** Handles events of one use case; those of suspected keys alone, and after the others. */
export async function handleRun(
  edge: EventEdge,
  run: readonly Arrival[],
  turn: Turn,
): Promise<void> {
  const suspects = run.filter(({ delivery }) => edge.suspects.has(delivery.key));
  const others = run.filter((arrival) => !suspects.includes(arrival));
  if (run[0]?.subscription.together) await narrowDown(edge, others, turn);
  else for (const arrival of others) await settle(edge, arrival, turn);
  for (const arrival of suspects) await settle(edge, arrival, turn);
}

async function narrowDown(edge: EventEdge, batch: readonly Arrival[], turn: Turn): Promise<void> {
  const free = batch.filter((arrival) => !hasToWait(edge, arrival, turn));
  const [first] = free;
  if (first === undefined) return;
  if (free.length === 1) return settle(edge, first, turn);
  if (isTooLate(edge, turn)) {
    // Whoever of them it is: the next time it does not fail the batch of the others.
    for (const { delivery } of free) edge.suspects.add(delivery.key);
    return setFates(free, AGAIN, turn);
  }
  const failure = await attempt(free);
  if (!failure) return setFates(free, { verdict: "SUCCESS" }, turn);
  turn.failedAtMs ??= edge.nowMs();
  logFailure(edge, free, failure);
  if (await isEverybodys(edge, failure)) return stop(free, turn);
  const half = Math.ceil(free.length / 2);
  await narrowDown(edge, free.slice(0, half), turn);
  await narrowDown(edge, free.slice(half), turn);
}

const logFailure = (
  { topic, log }: EventEdge,
  batch: readonly Arrival[],
  { error }: Failure,
): void => {
  const event_type = batch[0]?.event.type;
  log.warn("a batch of events failed", { topic, event_type, count: batch.length, error });
};
